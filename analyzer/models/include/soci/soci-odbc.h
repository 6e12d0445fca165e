// Stand-in.
#pragma once
#include "odbc/soci-odbc.h"
