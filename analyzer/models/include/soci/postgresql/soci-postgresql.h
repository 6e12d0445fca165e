// Stand-in.
#pragma once
#include "../soci.h"
namespace soci {
extern const backend_factory postgresql;
}  // namespace soci
