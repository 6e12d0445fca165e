// Stand-in.
#pragma once
#include "Session.h"
