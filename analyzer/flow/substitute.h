// Puts what a call passes in place of a function's parameters.
#ifndef BACKLINT_FLOW_SUBSTITUTE_H_
#define BACKLINT_FLOW_SUBSTITUTE_H_

#include <span>

#include "flow/format.h"
#include "flow/text.h"

namespace backlint::flow {

// `texts` by parameter of `function`, `parameters` of them named, the rest variable arguments. Holes of other functions stay; a
// parameter without text becomes an unknown hole. A hole that is all of an argument keeps the place where the callee joined it, under the
// callee's name for it; a format that arrives with the call is joined at the call.
struct CallPoint {
  Place place;
  FunctionId caller = kNone;
};
TextSet Substitute(const TextSet& set, FunctionId function, std::span<const TextSet> texts, const CallPoint& call);

// Fills a format. `arguments` are what stands behind it. Where format or arguments belong to a caller (a parameter, variable
// arguments) the answer is one kFormatted hole that Substitute fills later.
TextSet FillFormat(FormatLanguage language, const Text& format, std::span<const TextSet> arguments, const Place& place, FunctionId function);

}  // namespace backlint::flow

#endif  // BACKLINT_FLOW_SUBSTITUTE_H_
