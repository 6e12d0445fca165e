// Stand-in.
#pragma once
#include "../userver.hpp"
