// Stand-in.
#pragma once
#include "../grpcpp/grpcpp.h"
