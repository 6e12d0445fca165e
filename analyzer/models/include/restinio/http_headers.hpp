// Stand-in.
#pragma once
#include "all.hpp"
