// Where the models say too little or too much: hints for one who writes a model file. No finding rests on them.
#ifndef BACKLINT_BACKEND_MISSING_ROWS_H_
#define BACKLINT_BACKEND_MISSING_ROWS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/finding.h"
#include "flow/summary.h"
#include "flow/vocabulary.h"

namespace backlint {

// A function of which neither body nor row is known (a library's, most often), and that is given texts which begin like statements.
struct UnknownTaker {
  std::string function;          // qualified
  uint64_t statements = 0;       // different calls, or different texts of callers
  Place place;                   // of the first such call
};

// Most statements first, then by name.
std::vector<UnknownTaker> FindUnknownTakers(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts);

// Rows of the libraries from `first` on that no call and no type of the program meets. In the order of the files.
struct UnmetRow {
  std::string name;
  Place place;
};
std::vector<UnmetRow> FindUnmetRows(const Program& program, const Models& models, size_t first);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_MISSING_ROWS_H_
