// Stand-in.
#pragma once
#include "connection.h"
