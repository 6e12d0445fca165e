/* Stand-in: another place of the same header. */
#include "../mysqld_error.h"
