// Stand-in.
#pragma once
#include "SQLiteCpp.h"
