/* Stand-in: another place of the same header. */
#include "../libpq-fe.h"
