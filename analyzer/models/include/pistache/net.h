// Stand-in.
#pragma once
#include "http.h"
