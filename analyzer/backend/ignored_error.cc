#include "backend/ignored_error.h"

#include <fmt/format.h>

#include "backend/escape_story.h"
#include "paths/launch.h"

namespace backlint {

using facts::OpKind;
using facts::TypeKind;
using facts::ValueKind;

namespace {

class Finder {
 public:
  explicit Finder(const flow::Vocabulary& vocabulary) : vocabulary_(vocabulary), program_(vocabulary.program()) {}

  std::vector<AsyncDefect> Run() {
    for (FunctionId id = 0; id < program_.functions().size(); ++id)
      for (const facts::Op* op : *program_.functions()[id].facts->ops())
        if (op->kind() == OpKind::Call && IsLibrary(id, op->value())) Visit(id, *op);
    return std::move(defects_);
  }

 private:
  bool IsLibrary(FunctionId caller, uint32_t call) const {
    const facts::Value& value = *program_.functions()[caller].facts->values()->Get(call);
    const SymbolId callee = program_.SymbolOf(caller, value);
    return value.kind() == ValueKind::Call && callee != kNone && program_.symbols()[callee].definitions.empty() && (program_.symbols()[callee].flags & facts::kInProject) == 0;
  }

  void Visit(FunctionId caller, const facts::Op& op) {
    const facts::Function& f = *program_.functions()[caller].facts;
    for (uint32_t argument : facts::Arguments(f, *f.values()->Get(op.value()))) {
      const FunctionId handler = LambdaOf(caller, argument, 0);
      if (handler == kNone || !Ignores(handler)) continue;
      AsyncDefect defect;
      defect.end = AsyncEnd::kIgnoredError;
      defect.place = program_.PlaceOf(program_.functions()[handler].unit, *program_.functions()[handler].facts->location());
      defect.function = program_.FunctionName(caller);
      defect.launcher = program_.symbols()[program_.SymbolOf(caller, *f.values()->Get(op.value()))].qualified;
      defect.body = BodyName(program_, handler);
      const Place launch = program_.PlaceOf(program_.functions()[caller].unit, op.location());
      if (launch.line != defect.place.line) defect.way.push_back({launch, fmt::format("`{}` is given it here", defect.launcher)});
      defects_.push_back(std::move(defect));
    }
  }

  // The lambda that is written there, wrappers looked through.
  FunctionId LambdaOf(FunctionId caller, uint32_t index, int depth) const {
    if (index == kNone || depth > 6) return kNone;
    const facts::Function& f = *program_.functions()[caller].facts;
    const facts::Value& value = *f.values()->Get(index);
    if (value.kind() == ValueKind::Lambda) return program_.Body(program_.functions()[caller].unit, value.ref());
    if (value.kind() == ValueKind::Call) {
      for (const AsyncRow* row : paths::AsyncRowsOf(vocabulary_, caller, index)) {
        auto arguments = facts::Arguments(f, value);
        if (row->role == AsyncRole::kWrap && row->first >= 1 && static_cast<size_t>(row->first) <= arguments.size())
          return LambdaOf(caller, arguments[row->first - 1], depth + 1);
      }
      return kNone;
    }
    auto operands = facts::Operands(f, value);
    const bool through = value.kind() == ValueKind::Cast || value.kind() == ValueKind::Construct;
    return through && operands.size() == 1 ? LambdaOf(caller, operands[0], depth + 1) : kNone;
  }

  bool Ignores(FunctionId handler) const {
    const ProgramFunction& function = program_.functions()[handler];
    const facts::Function& f = *function.facts;
    if ((f.flags() & (facts::kTruncated | facts::kIncomplete)) != 0) return false;
    std::vector<bool> read(f.parameter_count(), false);
    for (const facts::Value* value : *f.values())
      if (value->kind() == ValueKind::Parameter && value->ref() < read.size()) read[value->ref()] = true;
    bool error = false, other_read = false, only_sizes = true;
    for (uint32_t p = 0; p < f.parameter_count(); ++p) {
      const uint32_t type = f.locals()->Get(p)->type();
      if (IsError(function.unit, type)) {
        if (read[p]) return false;
        error = true;
      } else {
        other_read |= read[p];
        only_sizes &= IsSize(function.unit, type);
      }
    }
    return error && (other_read || (only_sizes && GoesOn(handler)));
  }

  // By value or reference: a pointer is an answer of the handler itself.
  bool IsError(uint32_t unit, uint32_t type) const {
    return type != kNone && program_.unit(unit).types()->Get(type)->kind() != TypeKind::Pointer && paths::HasAsyncRole(vocabulary_, unit, type, AsyncRole::kError);
  }

  bool IsSize(uint32_t unit, uint32_t type) const {
    return type != kNone && facts::Text(program_.unit(unit), program_.unit(unit).types()->Get(type)->spelling()).starts_with("unsigned");
  }

  // Runs a function of the project.
  bool GoesOn(FunctionId handler) const {
    for (const facts::Op* op : *program_.functions()[handler].facts->ops())
      if (op->kind() == OpKind::Call && program_.functions()[handler].facts->values()->Get(op->value())->kind() == ValueKind::Call && !program_.Targets(handler, op->value()).empty()) return true;
    return false;
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  std::vector<AsyncDefect> defects_;
};

}  // namespace

std::vector<AsyncDefect> FindIgnoredErrors(const flow::Vocabulary& vocabulary) { return Finder(vocabulary).Run(); }

}  // namespace backlint
