// Stand-in.
#pragma once
#include "postgresql/soci-postgresql.h"
