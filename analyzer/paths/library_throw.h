// What a library's function throws, by the rows of models.
#ifndef BACKLINT_PATHS_LIBRARY_THROW_H_
#define BACKLINT_PATHS_LIBRARY_THROW_H_

#include <string>
#include <vector>

#include "flow/vocabulary.h"
#include "paths/exception_class.h"

namespace backlint::paths {

struct LibraryThrow {
  std::vector<Thrown> classes;   // empty: nothing is known to be thrown
  std::string function;          // by which name the row speaks of it
};

// Of the call `call` of `caller`. A call that is given an object to write its error to throws nothing.
LibraryThrow ThrownByLibrary(const flow::Vocabulary& vocabulary, FunctionId caller, uint32_t call, bool awaited);

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_LIBRARY_THROW_H_
