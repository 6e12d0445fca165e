// Transactions that are objects: one whose destructor rolls back has to be committed somewhere.
#include <algorithm>

#include "paths/walker.h"

namespace backlint::paths {

using facts::OpKind;
using facts::TypeKind;
using facts::ValueKind;

// Something in the function commits it, or hands it to somebody who may.
bool Walker::IsKept(uint32_t local, const TypeRow& row) const {
  const auto is_it = [&](uint32_t value) {
    return value != kNone && ValueAt(value).kind() == ValueKind::Local && ValueAt(value).ref() == local;
  };
  for (uint32_t v = 0; v < f_.values()->size(); ++v) {
    const facts::Value& value = ValueAt(v);
    auto operands = facts::Operands(f_, value);
    for (size_t i = 0; i < operands.size(); ++i) {
      if (!is_it(operands[i])) continue;
      const bool receiver = i == 0 && value.kind() == ValueKind::Call && (value.flags() & facts::kHasReceiver) != 0;
      if (!receiver || SymbolName(v) == row.commit) return true;
    }
  }
  for (const facts::Op* op : *f_.ops())
    if ((op->kind() == OpKind::Return || op->kind() == OpKind::Assign || op->kind() == OpKind::Declare) && is_it(op->value())) return true;
  for (FunctionId lambda : function_.lambdas)
    for (const facts::Capture* capture : *program_.functions()[lambda].facts->captures())
      if (capture->value() < f_.values()->size() && is_it(capture->value())) return true;
  return false;
}

// The call runs on the object, or on the connection that the object was made of, while it lives.
bool Walker::RunsIn(uint32_t call, const facts::Op& declaration) {
  const State nothing;
  const PlaceId connection = Connection(call, nothing);
  if (connection == kNone) return false;
  if (table_.Within(connection, table_.Of(Root::kLocal, declaration.ref()))) return true;
  auto given = facts::Arguments(f_, ValueAt(declaration.value()));
  if (std::none_of(given.begin(), given.end(), [&](uint32_t argument) { return argument != kNone && ConnectionOf(argument, nothing) == connection; })) return false;
  const uint32_t life = f_.locals()->Get(declaration.ref())->scope();
  for (const facts::Block* block : *f_.blocks())
    for (uint32_t i = 0; i < block->op_count(); ++i) {
      if (f_.ops()->Get(block->first_op() + i)->value() != call) continue;
      uint32_t scope = block->scope();
      while (scope != kNone && scope != life) scope = f_.scopes()->Get(scope)->parent();
      if (scope == life) return true;
    }
  return false;
}

void Walker::FindUncommitted() {
  for (const facts::Op* op : *f_.ops()) {
    if (op->kind() != OpKind::Declare || op->value() == kNone || ValueAt(op->value()).kind() != ValueKind::Construct) continue;
    const facts::Local* local = f_.locals()->Get(op->ref());
    if (local->type() == kNone || unit_.types()->Get(local->type())->kind() != TypeKind::Record) continue;
    const TypeRow* row = knowledge_.vocabulary().TypeRowOf(unit_index_, local->type());
    if (!row || row->role != TypeRole::kTransaction || row->destructor != "rollback" || row->commit.empty() || IsKept(op->ref(), *row)) continue;
    for (const flow::Sink& sink : knowledge_.texts().sinks[id_]) {
      const bool writes = std::any_of(sink.text.begin(), sink.text.end(), [](const flow::Text& text) { return VerbOf(flow::LiteralText(text)) == Verb::kWrite; });
      if (!writes || ValueAt(sink.value).location().line() < op->location().line() || !RunsIn(sink.value, *op)) continue;
      Issue issue = MakeIssue(IssueKind::kNeverCommitted, op->value());
      issue.place = At(op->location());
      issue.other = At(ValueAt(sink.value).location());
      issue.name = NameOf(table_.Of(Root::kLocal, op->ref()));
      issue.certain = true;
      Report(std::move(issue), sources_.Of(Source::kChanged, op->value(), kNone));
      break;
    }
  }
}

}  // namespace backlint::paths
