// Throw statements that only check what a function was given.
//
// `if (denominator == 0) throw ...` says what callers must not pass. A caller that declares that it lets no exception out may well know
// that it passes nothing of the kind; from the throw statement alone nobody can tell. A test of an answer from elsewhere (a
// file, a server, a parser) can fail whatever the caller passes.
#ifndef BACKLINT_PATHS_PRECONDITION_H_
#define BACKLINT_PATHS_PRECONDITION_H_

#include "flow/vocabulary.h"

namespace backlint::paths {

// The nearest conditions on the way to the block test nothing but parameters and what is made of them; in a constructor, the fields of
// its object too. False for a block that is always reached.
bool OnlyChecksParameters(const flow::Vocabulary& vocabulary, FunctionId function, uint32_t block);

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_PRECONDITION_H_
