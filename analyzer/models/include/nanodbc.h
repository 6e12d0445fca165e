// Stand-in: nanodbc.
#pragma once
#include "nanodbc/nanodbc.h"
