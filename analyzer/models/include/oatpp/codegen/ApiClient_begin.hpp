// Stand-in: its macros need no beginning and no end.
#include "../oatpp.hpp"
