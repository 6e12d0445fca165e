// Stand-in.
#pragma once
#include "mysql/soci-mysql.h"
