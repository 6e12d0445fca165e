/* Stand-in: another place of the same header. */
#include "../errmsg.h"
