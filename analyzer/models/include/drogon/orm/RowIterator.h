// Stand-in.
#pragma once
#include "../drogon.h"
