// Stand-in.
#pragma once
#include "grpcpp.h"
