// One walk over a function for one of its parameters, a callback.
#ifndef BACKLINT_BACKEND_COMPLETION_WALK_H_
#define BACKLINT_BACKEND_COMPLETION_WALK_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "link/program.h"

namespace backlint {

// Paths are told apart by the conditions that they have met, as far as these read nothing that was changed since.
class CompletionWalk {
 public:
  struct Result {
    std::optional<facts::Location> missing;     // where a path leaves without a call
    std::optional<facts::Location> again;       // a call behind another one
    facts::Location first;                      // that other one
    bool called = false;                        // anywhere
    bool cut = false;                           // too many paths: nothing is said
  };

  CompletionWalk(const Program& program, FunctionId function, uint32_t parameter);
  Result Run();

 private:
  struct State {
    uint32_t block = 0;
    bool done = false;                          // called, or handed on
    bool called = false;
    facts::Location first;
    std::map<std::string, bool> known;          // conditions
  };

  void Walk(State state);
  // False: the path ends here.
  bool Execute(const facts::Op& op, uint32_t try_block, State* state);
  void EnterHandlers(uint32_t try_block, const State& state);
  void Branch(const facts::Op& op, const State& state);
  void Arrive(uint32_t block, State state);
  void Forget(uint32_t local, State* state) const;
  bool IsCallback(uint32_t value) const;
  bool Mentions(uint32_t value, int depth = 0) const;
  bool IsOtherCallback(const facts::Value& call) const;
  std::string KeyOf(uint32_t condition, bool* negated, int depth = 0) const;

  const Program& program_;
  const FunctionId id_;
  const facts::Function& f_;
  const uint32_t parameter_;
  Result result_;
  std::vector<State> pending_;
  std::set<std::string> seen_;
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_COMPLETION_WALK_H_
