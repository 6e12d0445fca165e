/* Stand-in. */
#include "../fcgiapp.h"
