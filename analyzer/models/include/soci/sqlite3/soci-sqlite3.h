// Stand-in.
#pragma once
#include "../soci.h"
namespace soci {
extern const backend_factory sqlite3;
}  // namespace soci
