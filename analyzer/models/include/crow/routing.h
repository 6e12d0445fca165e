// Stand-in.
#pragma once
#include "../crow.h"
