// Stand-in.
#pragma once
#include "HTTPServerRequest.h"
