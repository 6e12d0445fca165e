// Stand-in.
#pragma once
#include "../spdlog.h"
