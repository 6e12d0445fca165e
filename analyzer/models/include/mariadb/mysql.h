/* Stand-in: another place of the same header. */
#include "../mysql.h"
