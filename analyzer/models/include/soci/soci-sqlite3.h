// Stand-in.
#pragma once
#include "sqlite3/soci-sqlite3.h"
