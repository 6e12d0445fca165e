// Stand-in.
#pragma once
#include <fmt/format.h>
