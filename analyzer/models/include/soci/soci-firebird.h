// Stand-in.
#pragma once
#include "firebird/soci-firebird.h"
