// Stand-in.
#pragma once
#include "Poco.h"
