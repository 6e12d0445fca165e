// Stand-in.
#pragma once
#include "str_cat.h"
