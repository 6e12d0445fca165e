// Stand-in.
#pragma once
#include "../../drogon/drogon.h"
