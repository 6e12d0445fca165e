// The language standard that a unit is parsed with.
#ifndef BACKLINT_EXTRACT_STANDARD_H_
#define BACKLINT_EXTRACT_STANDARD_H_

#include <string>
#include <string_view>

#include "extract/compiler_name.h"

namespace backlint {

// The value of `-std=`, fit for the front end. `given` is what the command says ("" when silent): kept when the front end knows it and it
// belongs to the language, else the default of that compiler in that version. `at_least_20`: the command switches on coroutines or
// concepts by a flag of their own, which needs C++20 here.
std::string FitStandard(std::string_view given, std::string_view language, const CompilerName& compiler, bool at_least_20);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_STANDARD_H_
