#include "paths/library_throw.h"

#include "paths/callee_names.h"
#include "paths/launch.h"

namespace backlint::paths {

LibraryThrow ThrownByLibrary(const flow::Vocabulary& vocabulary, FunctionId caller, uint32_t call, bool awaited) {
  const Program& program = vocabulary.program();
  const ProgramFunction& function = program.functions()[caller];
  const auto& values = *function.facts->values();
  int written = 0;
  for (uint32_t argument : facts::Arguments(*function.facts, *values.Get(call))) {
    if (argument != kNone && HasAsyncRole(vocabulary, function.unit, values.Get(argument)->type(), AsyncRole::kError)) return {};
    if (argument == kNone || (values.Get(argument)->flags() & facts::kImplicit) == 0) ++written;
  }
  LibraryThrow found;
  for (const std::string& name : CalleeNames(program, caller, call))
    for (const std::string& suffix : {std::string(), "/" + std::to_string(written), std::string(awaited ? "/await" : "")}) {
      for (std::string_view type : vocabulary.models().ThrownBy(name + suffix)) found.classes.push_back({type});
      if (found.classes.empty()) continue;
      found.function = name;
      return found;
    }
  return found;
}

}  // namespace backlint::paths
