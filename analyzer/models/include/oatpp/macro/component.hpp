// Stand-in.
#pragma once
#include "../oatpp.hpp"
