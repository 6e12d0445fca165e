// Stand-in.
#pragma once
#include <boost/beast.hpp>
