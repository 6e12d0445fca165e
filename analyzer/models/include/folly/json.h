// Stand-in.
#pragma once
#include "String.h"
