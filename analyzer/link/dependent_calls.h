// Calls in templates of which only the name is known: the callee is looked up when the template is used, which no body here shows.
#ifndef BACKLINT_LINK_DEPENDENT_CALLS_H_
#define BACKLINT_LINK_DEPENDENT_CALLS_H_

#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "link/program.h"

namespace backlint {

class DependentCalls {
 public:
  explicit DependentCalls(const Program& program);

  // Functions of the project with this name that take so many arguments: of the same unit before others, those with a fixed number of
  // parameters before others; for a call on the object itself methods of its class, or else (`static_cast<Derived*>(this)->f()`) of
  // classes that are derived from it. Empty when many fit: then nobody can say.
  std::vector<Callable> Of(FunctionId caller, uint32_t call);

 private:
  // Functions of one name that take so many arguments, in the order of symbols.
  struct Candidates {
    std::vector<SymbolId> all;
    std::unordered_map<uint32_t, std::vector<SymbolId>> by_unit;
    std::unordered_map<SymbolId, std::vector<SymbolId>> by_class;
  };

  const Candidates& CandidatesOf(std::string_view name, bool method, size_t arguments);
  std::vector<SymbolId> OfClasses(const Candidates& candidates, SymbolId own) const;
  std::vector<SymbolId> WithDerived(SymbolId record) const;
  void Prefer(std::vector<SymbolId>* symbols) const;
  bool TakesAnyNumber(SymbolId symbol) const;
  bool Takes(SymbolId symbol, size_t arguments) const;
  bool OnItself(FunctionId caller, uint32_t receiver) const;

  const Program& program_;
  std::unordered_map<std::string_view, std::vector<SymbolId>> by_name_;      // those with bodies
  std::map<std::tuple<std::string_view, bool, size_t>, Candidates> candidates_;
};

}  // namespace backlint

#endif  // BACKLINT_LINK_DEPENDENT_CALLS_H_
