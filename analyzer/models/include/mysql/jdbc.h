// Stand-in.
#pragma once
#include "../cppconn/connection.h"
