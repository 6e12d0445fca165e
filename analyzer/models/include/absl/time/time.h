// Stand-in.
#pragma once
#include "../strings/str_cat.h"
