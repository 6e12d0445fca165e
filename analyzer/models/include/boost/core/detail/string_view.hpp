// Stand-in.
#pragma once
#include <boost/utility/string_view.hpp>
