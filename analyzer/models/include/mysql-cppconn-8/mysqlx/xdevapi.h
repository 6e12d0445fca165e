// Stand-in.
#pragma once
#include "../../mysqlx/xdevapi.h"
