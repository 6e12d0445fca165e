// Stand-in.
#pragma once
#include "json.hpp"
