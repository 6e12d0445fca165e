// Stand-in.
#pragma once
#include "document.h"
