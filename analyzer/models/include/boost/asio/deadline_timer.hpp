// Stand-in.
#pragma once
#include <boost/asio.hpp>
