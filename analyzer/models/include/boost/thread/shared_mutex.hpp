// Stand-in.
#pragma once
#include <boost/thread.hpp>
