// Stand-in.
#pragma once
#include <boost/json.hpp>
