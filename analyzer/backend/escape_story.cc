#include "backend/escape_story.h"

#include <fmt/format.h>

namespace backlint {

using facts::OpKind;
using facts::ValueKind;
using paths::Escape;

namespace {

constexpr size_t kMostCalls = 8;           // that are told one by one

// A lambda that does nothing but call a function that nobody else calls.
bool OnlyCalls(const Program& program, FunctionId function, const Escape& escape) {
  const facts::Function& f = *program.functions()[function].facts;
  if ((f.flags() & facts::kLambda) == 0 || escape.callee == kNone || escape.task == escape.callee) return false;
  if (program.CallersOf(escape.callee).size() > 1) return false;
  for (const facts::Op* op : *f.ops()) {
    const bool counts = op->kind() == OpKind::Call && f.values()->Get(op->value())->kind() == ValueKind::Call;
    if (counts && op->value() != escape.value) return false;
  }
  return true;
}

Note Last(const Escape& escape) {
  if (escape.library.empty()) return {escape.place, fmt::format("`{}` is thrown here", escape.thrown.type)};
  return {escape.place, fmt::format("`{}` throws `{}`", escape.library, escape.thrown.type)};
}

void AddPassed(const Program& program, FunctionId function, const Escape& escape, EscapeStory* story) {
  if (escape.passed == kNone) return;
  const ProgramFunction& owner = program.functions()[function];
  const facts::Try* block = owner.facts->tries()->Get(escape.passed);
  story->way.push_back({program.PlaceOf(owner.unit, block->location()), fmt::format("the handlers of this block do not take `{}`", escape.thrown.type)});
}

}  // namespace

std::string BodyName(const Program& program, FunctionId function) {
  bool lambda = false;
  while ((program.functions()[function].facts->flags() & facts::kLambda) != 0 && program.functions()[function].encloser != kNone) {
    function = program.functions()[function].encloser;
    lambda = true;
  }
  const std::string name = program.FunctionName(function);
  return lambda ? fmt::format("a lambda in `{}`", name) : fmt::format("`{}`", name);
}

EscapeStory TellEscape(const Program& program, const paths::EscapeFacts& facts, FunctionId function, const Escape& first) {
  EscapeStory story;
  const Escape* escape = &first;
  while (OnlyCalls(program, function, *escape)) {
    const FunctionId callee = escape->callee;
    escape = &facts.escapes[callee][escape->next];
    function = callee;
  }
  story.function = function;
  story.place = escape->place;
  // Conversions that nobody has written stand nowhere.
  if (story.place.line == 0) story.place = program.PlaceOf(program.functions()[function].unit, *program.functions()[function].facts->location());
  story.thrown = escape->thrown.type;
  story.certain = !escape->possible;
  for (size_t calls = 0;; ++calls) {
    AddPassed(program, function, *escape, &story);
    if (escape->callee == kNone) break;
    const FunctionId callee = escape->callee;
    if (calls < kMostCalls) story.way.push_back({escape->place, fmt::format("{} is called here", BodyName(program, callee))});
    escape = &facts.escapes[callee][escape->next];
    function = callee;
  }
  story.way.push_back(Last(*escape));
  if (escape->library.empty()) story.at = escape->place;
  return story;
}

}  // namespace backlint
