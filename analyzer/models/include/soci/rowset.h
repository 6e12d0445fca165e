// Stand-in.
#pragma once
#include "soci.h"
