// Stand-in.
#pragma once
#include <boost/uuid/uuid.hpp>
