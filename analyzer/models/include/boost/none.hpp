// Stand-in.
#pragma once
#include <boost/optional.hpp>
