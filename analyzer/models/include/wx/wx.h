// Stand-in.
#pragma once
#include "string.h"
