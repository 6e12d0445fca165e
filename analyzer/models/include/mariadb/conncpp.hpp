// Stand-in: MariaDB Connector/C++, the same interface.
#pragma once
#include "../cppconn/connection.h"
