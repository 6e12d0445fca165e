// Stand-in.
#pragma once
#include "../WApplication.h"
