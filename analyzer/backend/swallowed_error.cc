#include "backend/swallowed_error.h"

#include <algorithm>

#include "paths/exception_class.h"

namespace backlint {

using facts::OpKind;

namespace {

class Finder {
 public:
  Finder(const flow::Vocabulary& vocabulary, const flow::TextFacts& texts) : program_(vocabulary.program()), texts_(texts), classes_(program_, vocabulary.models()) {}

  std::vector<AsyncDefect> Run() {
    for (FunctionId id = 0; id < program_.functions().size(); ++id) {
      const facts::Function& f = *program_.functions()[id].facts;
      if ((f.flags() & (facts::kDestructor | facts::kFunctionNoExcept | facts::kTruncated)) != 0) continue;
      for (uint32_t t = 0; t < f.tries()->size(); ++t) Visit(id, f, t);
    }
    return std::move(defects_);
  }

 private:
  void Visit(FunctionId id, const facts::Function& f, uint32_t index) {
    const facts::Try* block = f.tries()->Get(index);
    if (block->handler_count() != 1 || InHandler(f, block->scope())) return;
    const facts::Handler* handler = f.handlers()->Get(block->first_handler());
    const bool all = handler->catch_all() || classes_.Of(program_.functions()[id].unit, handler->type()).type == "std::exception";
    if (!all || !IsEmpty(f, *handler) || !ChangesData(id, f, index)) return;
    AsyncDefect defect;
    defect.end = AsyncEnd::kSwallowed;
    defect.place = program_.PlaceOf(program_.functions()[id].unit, block->location());
    defect.function = program_.FunctionName(id);
    defects_.push_back(std::move(defect));
  }

  static bool Within(const facts::Function& f, uint32_t scope, uint32_t outer) {
    while (scope != kNone && scope != outer) scope = f.scopes()->Get(scope)->parent();
    return scope == outer;
  }

  static bool IsEmpty(const facts::Function& f, const facts::Handler& handler) {
    const uint32_t outer = f.blocks()->Get(handler.block())->scope();
    for (const facts::Block* block : *f.blocks()) {
      if (!Within(f, block->scope(), outer)) continue;
      for (uint32_t i = 0; i < block->op_count(); ++i) {
        const OpKind kind = f.ops()->Get(block->first_op() + i)->kind();
        if (kind != OpKind::Declare && kind != OpKind::ScopeEnd) return false;
      }
    }
    // A handler that leaves the function or a loop has decided something.
    const facts::Block* body = f.blocks()->Get(handler.block());
    return body->successor_count() == 1;
  }

  static bool InHandler(const facts::Function& f, uint32_t scope) {
    for (; scope != kNone; scope = f.scopes()->Get(scope)->parent())
      for (const facts::Handler* handler : *f.handlers())
        if (f.blocks()->Get(handler->block())->scope() == scope) return true;
    return false;
  }

  // Runs a statement that is not known to tidy up.
  bool ChangesData(FunctionId id, const facts::Function& f, uint32_t index) const {
    for (const facts::Block* block : *f.blocks()) {
      if (block->try_block() != index) continue;
      for (uint32_t i = 0; i < block->op_count(); ++i) {
        const facts::Op* op = f.ops()->Get(block->first_op() + i);
        if (op->kind() != OpKind::Call) continue;
        for (const flow::Sink& sink : texts_.sinks[id])
          if (sink.value == op->value() && sink.kind != flow::SinkKind::kRegistration && !TidiesUp(sink)) return true;
      }
    }
    return false;
  }

  // Statements whose failure is expected: they end something, or it is there already.
  static bool TidiesUp(const flow::Sink& sink) {
    static constexpr std::string_view kVerbs[] = {"ROLLBACK", "DROP", "CREATE", "ALTER", "PRAGMA", "SET", "CLOSE", "DEALLOCATE", "UNLISTEN", "END", "ABORT", "VACUUM"};
    for (const flow::Text& text : sink.text) {
      const std::string beginning = text.empty() ? "" : text[0].text;
      if (beginning.empty() || std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::string_view verb) { return beginning.starts_with(verb); })) return true;
    }
    return sink.text.empty();
  }

  const Program& program_;
  const flow::TextFacts& texts_;
  const paths::ExceptionClasses classes_;
  std::vector<AsyncDefect> defects_;
};

}  // namespace

std::vector<AsyncDefect> FindSwallowedErrors(const flow::Vocabulary& vocabulary, const flow::TextFacts& texts) { return Finder(vocabulary, texts).Run(); }

}  // namespace backlint
