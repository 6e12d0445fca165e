// Which bodies a value can mean when it is called: lambdas and functions that the program puts into locals, parameters, fields, globals
// and containers.
//
// One answer for the whole program, whatever the order of its statements. Rejected: following callables with the texts, because who calls
// whom has to be known before any text is followed.
#ifndef BACKLINT_LINK_CALLABLES_H_
#define BACKLINT_LINK_CALLABLES_H_

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/facts.h"

namespace backlint {

class Program;

// Either the body of a lambda, or a function by its name, which may be a library's.
struct Callable {
  uint32_t body = kNone;         // FunctionId
  uint32_t symbol = kNone;       // SymbolId
  auto operator<=>(const Callable&) const = default;
};

class Callables {
 public:
  // Reads every assignment. `program` needs its symbols, functions and calls by name.
  void Collect(const Program& program);

  // In a fixed order, a limited number; empty when nothing is known.
  std::vector<Callable> Of(const Program& program, uint32_t function, uint32_t value) const;

 private:
  using Value = std::pair<uint32_t, uint32_t>;      // function, value
  struct Search {
    std::set<Value> seen;
    std::set<Callable> found;
  };

  void CollectCall(const Program& program, Value call);
  void Give(const Program& program, Value place, Value value);
  bool CanBeCalled(const Program& program, Value value);
  bool TypeCanBeCalled(const Program& program, uint32_t unit, uint32_t type, int depth);
  void Follow(const Program& program, Value value, Search* search) const;
  void FollowParameter(const Program& program, uint32_t function, uint32_t parameter, Search* search) const;

  std::map<Value, std::vector<Value>> locals_;                     // function and local: what it is given
  std::unordered_map<uint32_t, std::vector<Value>> symbols_;       // fields and globals
  std::map<Value, bool> types_;                                    // unit and type
};

}  // namespace backlint

#endif  // BACKLINT_LINK_CALLABLES_H_
