/* Stand-in. */
#include "../fcgi_stdio.h"
