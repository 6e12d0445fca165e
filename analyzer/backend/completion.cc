#include "backend/completion.h"

#include <fmt/format.h>

#include "backend/completion_walk.h"
#include "backend/escape_story.h"

namespace backlint {

using facts::TypeKind;

namespace {

class Finder {
 public:
  explicit Finder(const flow::Vocabulary& vocabulary) : program_(vocabulary.program()) {
    for (const auto& library : vocabulary.models().libraries())
      for (const AsyncRow& row : library->async)
        if (row.role == AsyncRole::kAnswer) answers_.push_back(row.name);
  }

  std::vector<AsyncDefect> Run() {
    for (FunctionId id = 0; id < program_.functions().size(); ++id) {
      const facts::Function& f = *program_.functions()[id].facts;
      if ((f.flags() & (facts::kTruncated | facts::kIncomplete | facts::kInitializer | facts::kCoroutine | facts::kConstructor)) != 0) continue;
      for (uint32_t parameter = 0; parameter < f.parameter_count(); ++parameter)
        if (TakesAnswer(program_.functions()[id].unit, f.locals()->Get(parameter)->type())) Visit(id, parameter);
    }
    return std::move(defects_);
  }

 private:
  // `function<void(const Answer&)>`, by value or reference.
  bool TakesAnswer(uint32_t unit, uint32_t type) const {
    const facts::UnitFacts& facts = program_.unit(unit);
    for (int depth = 0; type != kNone && depth < 3; ++depth) {
      const facts::Type* t = facts.types()->Get(type);
      if (t->kind() != TypeKind::Record) {
        type = t->pointee();
        continue;
      }
      if (t->argument_count() == 0) return false;
      const uint32_t held = facts.type_lists()->Get(t->first_argument());
      if (held == kNone || facts.types()->Get(held)->kind() != TypeKind::Function) return false;
      const std::string_view spelling = facts::Text(facts, facts.types()->Get(held)->spelling());
      for (const std::string& answer : answers_)
        if (spelling.starts_with("void") && spelling.find(answer) != spelling.npos) return true;
      return false;
    }
    return false;
  }

  void Visit(FunctionId id, uint32_t parameter) {
    const ProgramFunction& function = program_.functions()[id];
    const CompletionWalk::Result result = CompletionWalk(program_, id, parameter).Run();
    if (result.cut) return;
    const facts::Local& local = *function.facts->locals()->Get(parameter);
    const std::string name(facts::Text(program_.unit(function.unit), local.name()));
    if (name.empty()) return;
    AsyncDefect defect;
    defect.function = program_.FunctionName(id);
    defect.what = name;
    defect.body = BodyName(program_, id);
    if (result.again) {
      defect.end = AsyncEnd::kCompletedTwice;
      defect.place = program_.PlaceOf(function.unit, *result.again);
      defect.way = {{program_.PlaceOf(function.unit, result.first), "called here before"}};
      defects_.push_back(defect);
    }
    if (result.missing) {
      defect.end = AsyncEnd::kNotCompleted;
      defect.place = program_.PlaceOf(function.unit, *result.missing);
      defect.way = {{program_.PlaceOf(function.unit, local.location()), fmt::format("`{}` waits for its answer", name)}};
      defects_.push_back(std::move(defect));
    }
  }

  const Program& program_;
  std::vector<std::string> answers_;
  std::vector<AsyncDefect> defects_;
};

}  // namespace

std::vector<AsyncDefect> FindCompletions(const flow::Vocabulary& vocabulary) { return Finder(vocabulary).Run(); }

}  // namespace backlint
