// Methods of classes that nobody knows: a header is missing, or the class waits for a template's use.
#ifndef BACKLINT_FLOW_UNKNOWN_METHOD_H_
#define BACKLINT_FLOW_UNKNOWN_METHOD_H_

#include <string_view>

#include "link/program.h"

namespace backlint::flow {

// All that is known of it is its name: `handler->open(...)` is not the function `open`.
inline bool IsUnknownMethod(const ProgramSymbol& symbol) {
  return symbol.kind == facts::SymbolKind::Method && symbol.parent == kNone && symbol.qualified.find("::") == std::string_view::npos;
}

}  // namespace backlint::flow

#endif  // BACKLINT_FLOW_UNKNOWN_METHOD_H_
