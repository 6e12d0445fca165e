#include "backend/data_loop.h"

#include <algorithm>

namespace backlint {
namespace {

using facts::LoopKind;
using facts::Operator;
using facts::OpKind;
using facts::ValueKind;

// Parameters are locals too.
bool IsLocal(const facts::Value& value) { return value.kind() == ValueKind::Local || value.kind() == ValueKind::Parameter; }

constexpr int kMostDepth = 12;           // of nested values
constexpr int64_t kFewRounds = 16;       // a fixed number up to this is no walk over data

bool IsComparison(Operator op) {
  return op == Operator::Less || op == Operator::LessEqual || op == Operator::Greater || op == Operator::GreaterEqual || op == Operator::NotEqual;
}

}  // namespace

DataLoops::DataLoops(const flow::Vocabulary& vocabulary, FunctionId function)
    : vocabulary_(vocabulary), program_(vocabulary.program()), id_(function), unit_(program_.functions()[function].unit),
      f_(*program_.functions()[function].facts) {
  const uint32_t count = f_.loops() ? f_.loops()->size() : 0;
  varying_.resize(count);
  for (uint32_t loop = 0; loop < count; ++loop) {
    over_data_.push_back(WalksData(loop));
    if (over_data_.back()) Collect(loop);
  }
}

uint32_t DataLoops::Around(uint32_t block) const {
  for (uint32_t loop = f_.blocks()->Get(block)->loop(); loop != kNone; loop = f_.loops()->Get(loop)->parent())
    if (over_data_[loop] && ComesBack(block, loop)) return loop;
  return kNone;
}

uint32_t DataLoops::AroundRows(uint32_t block) const {
  for (uint32_t loop = f_.blocks()->Get(block)->loop(); loop != kNone; loop = f_.loops()->Get(loop)->parent())
    if (WalksRows(loop) && ComesBack(block, loop)) return loop;
  return kNone;
}

bool DataLoops::WalksRows(uint32_t index) const {
  const facts::Loop& loop = *f_.loops()->Get(index);
  if (loop.kind() == LoopKind::RangeFor)
    return loop.range() != kNone && (IsResult(ValueAt(loop.range()).type(), 0) || ReadsResult(loop.range(), 0));
  if (loop.condition() == kNone) return false;
  if (ReadsResult(loop.condition(), 0)) return true;
  // `while (Row row = fetch(result))`
  const facts::Value& condition = ValueAt(loop.condition());
  if (condition.kind() == ValueKind::Local && ReadsResult(program_.InitialValue(id_, condition.ref()), 0)) return true;
  // `const int n = rows(result); for (int i = 0; i < n; ++i)`
  const auto operands = facts::Operands(f_, ValueAt(loop.condition()));
  return operands.size() == 2 && operands[1] != kNone && ValueAt(operands[1]).kind() == ValueKind::Local &&
         ReadsResult(program_.InitialValue(id_, ValueAt(operands[1]).ref()), 0);
}

bool DataLoops::Contains(uint32_t loop, uint32_t block) const {
  for (uint32_t inner = f_.blocks()->Get(block)->loop(); inner != kNone; inner = f_.loops()->Get(inner)->parent())
    if (inner == loop) return true;
  return false;
}

// A branch that ends in `break` or `return` runs once, whatever loop it is written in.
bool DataLoops::ComesBack(uint32_t block, uint32_t loop) const {
  const uint32_t header = f_.loops()->Get(loop)->header();
  std::vector<bool> seen(f_.blocks()->size(), false);
  std::vector<uint32_t> pending = {block};
  while (!pending.empty()) {
    const uint32_t at = pending.back();
    pending.pop_back();
    for (const uint32_t next : facts::Successors(f_, *f_.blocks()->Get(at))) {
      if (next == header) return true;
      if (seen[next] || !Contains(loop, next)) continue;
      seen[next] = true;
      pending.push_back(next);
    }
  }
  return false;
}

bool DataLoops::WalksData(uint32_t index) const {
  const facts::Loop& loop = *f_.loops()->Get(index);
  if (loop.kind() == LoopKind::RangeFor) return loop.range() != kNone && !IsFixedRange(loop.range());
  if (loop.condition() == kNone) return false;
  const facts::Value& condition = ValueAt(loop.condition());
  auto operands = facts::Operands(f_, condition);
  const bool compares = condition.kind() == ValueKind::Binary && IsComparison(condition.op()) && operands.size() == 2;
  if (compares && (!GoesOneByOne(index, operands[0]) || IsFixed(operands[1]))) return false;
  if (loop.kind() != LoopKind::For) return ReadsResult(loop.condition(), 0) || (operands.size() == 2 && CountsTo(index, operands[1]));
  // `i < n`, `it != rows.end()`; a counter with a fixed end is a retry or a table of the program.
  if (compares) {
    const facts::Value& end = ValueAt(operands[1]);
    return end.kind() != ValueKind::Integer && end.kind() != ValueKind::EnumConstant && end.kind() != ValueKind::SizeOf &&
           !(end.kind() == ValueKind::Global && (program_.symbols()[program_.SymbolOf(id_, end)].flags & facts::kConstexpr) != 0);
  }
  if (condition.kind() == ValueKind::Unary && operands.size() == 1 && (ValueAt(operands[0]).flags() & facts::kOperatorCall) != 0) return true;
  return condition.kind() == ValueKind::Call && ((condition.flags() & facts::kOperatorCall) != 0 || ReadsResult(loop.condition(), 0));
}

// `while (i < list.size())`, `while (i < count)` where a container or a result was asked for it: no retry counts so.
bool DataLoops::CountsTo(uint32_t index, uint32_t end) const {
  const facts::Value& condition = ValueAt(f_.loops()->Get(index)->condition());
  const bool differs = condition.kind() == ValueKind::Call && (condition.flags() & facts::kOperatorCall) != 0;
  if (end == kNone || (!differs && (condition.kind() != ValueKind::Binary || !IsComparison(condition.op())))) return false;
  if (ValueAt(end).kind() == ValueKind::Local) end = program_.InitialValue(id_, ValueAt(end).ref());
  return end != kNone && (AsksContainer(end) || (ValueAt(end).kind() == ValueKind::Call && ReadsResult(end, 0)));
}

// `list.size()`, `list.end()`
bool DataLoops::AsksContainer(uint32_t index) const {
  const facts::Value& value = ValueAt(index);
  auto operands = facts::Operands(f_, value);
  if (value.kind() == ValueKind::Cast && operands.size() == 1 && operands[0] != kNone) return AsksContainer(operands[0]);
  if (value.kind() != ValueKind::Call || (value.flags() & facts::kHasReceiver) == 0 || operands.size() != 1 || operands[0] == kNone) return false;
  uint32_t type = ValueAt(operands[0]).type();
  const facts::UnitFacts& unit = program_.unit(unit_);
  while (type != kNone && unit.types()->Get(type)->pointee() != kNone) type = unit.types()->Get(type)->pointee();
  return type != kNone && unit.types()->Get(type)->kind() == facts::TypeKind::Record && unit.types()->Get(type)->argument_count() > 0;
}

// A counter that goes on by more than one stands at the beginnings of batches.
bool DataLoops::GoesOneByOne(uint32_t loop, uint32_t counter) const {
  while (counter != kNone && (ValueAt(counter).kind() == ValueKind::Unary || ValueAt(counter).kind() == ValueKind::Cast) && ValueAt(counter).operand_count() == 1)
    counter = facts::Operands(f_, ValueAt(counter))[0];
  if (counter == kNone || !IsLocal(ValueAt(counter))) return true;
  const auto is_one = [&](uint32_t step) { return step == kNone || (ValueAt(step).kind() == ValueKind::Integer && ValueAt(step).number() == 1); };
  for (uint32_t block = 0; block < f_.blocks()->size(); ++block) {
    if (!Contains(loop, block)) continue;
    const facts::Block* facts_block = f_.blocks()->Get(block);
    for (uint32_t i = 0; i < facts_block->op_count(); ++i) {
      const facts::Op& op = *f_.ops()->Get(facts_block->first_op() + i);
      if (op.kind() != OpKind::Assign || op.target() == kNone || !IsLocal(ValueAt(op.target())) || ValueAt(op.target()).ref() != ValueAt(counter).ref()) continue;
      if ((op.op() == Operator::Add || op.op() == Operator::Sub) && !is_one(op.value())) return false;
      // `at = at + kBatch`
      if (op.op() != Operator::None || op.value() == kNone || ValueAt(op.value()).kind() != ValueKind::Binary || ValueAt(op.value()).op() != Operator::Add) continue;
      for (const uint32_t operand : facts::Operands(f_, ValueAt(op.value())))
        if (operand == kNone || (ValueAt(operand).ref() != ValueAt(counter).ref() && !is_one(operand))) return false;
    }
  }
  return true;
}

uint32_t DataLoops::Walked(uint32_t index) const {
  while (index != kNone && AsksContainer(index)) index = facts::Operands(f_, ValueAt(index))[0];
  return index;
}

bool DataLoops::IsFixed(uint32_t index) const {
  const uint32_t walked = Walked(index);
  return walked != kNone && ValueAt(walked).kind() == ValueKind::Local && IsFixedRange(walked);
}

// Written out in the program: braces, an array of fixed size, a constant.
bool DataLoops::IsFixedRange(uint32_t index) const {
  const facts::Value& value = ValueAt(index);
  const facts::Type* type = value.type() == kNone ? nullptr : vocabulary_.program().unit(unit_).types()->Get(value.type());
  if (type != nullptr && type->kind() == facts::TypeKind::Array) return type->size() <= kFewRounds;
  switch (value.kind()) {
    case ValueKind::InitList: return true;
    case ValueKind::Cast: case ValueKind::Construct: {
      auto operands = facts::Operands(f_, value);
      // Behind braces stand an allocator and the like.
      return !operands.empty() && operands[0] != kNone && (operands.size() == 1 || ValueAt(operands[0]).kind() == ValueKind::InitList) && IsFixedRange(operands[0]);
    }
    case ValueKind::Global: return type != nullptr && type->is_const();
    case ValueKind::Local: {
      // Never changed after it was filled by hand.
      bool fixed = false;
      for (const facts::Op* op : *f_.ops())
        if (op->kind() == OpKind::Declare && op->ref() == value.ref()) fixed = op->value() != kNone && op->value() != index && IsFixedRange(op->value());
      return fixed && type != nullptr && type->is_const();
    }
    default: return false;
  }
}

// A class of results or statements, or one of the project that holds such a thing.
bool DataLoops::IsResult(uint32_t index, int depth) const {
  if (index == kNone || depth > 5) return false;
  const facts::UnitFacts& unit = program_.unit(unit_);
  const facts::Type* type = unit.types()->Get(index);
  if (type->pointee() != kNone) return IsResult(type->pointee(), depth + 1);
  if (type->kind() != facts::TypeKind::Record) return false;
  if (const TypeRow* row = vocabulary_.TypeRowOf(unit_, index))
    return row->role == TypeRole::kResultSet || row->role == TypeRole::kStatement || row->source == SourceKind::kDatabase;
  if (type->argument_count() > 0) return IsResult(unit.type_lists()->Get(type->first_argument()), depth + 1);
  if (type->record() == kNone || !unit.classes()) return false;
  for (const facts::Class* c : *unit.classes())
    if (c->symbol() == type->record() && (c->flags() & facts::kClassInProject) != 0 && c->fields())
      return std::any_of(c->fields()->begin(), c->fields()->end(), [&](uint32_t field) { return IsResult(unit.symbols()->Get(field)->type(), depth + 2); });
  return false;
}

bool DataLoops::ReadsResult(uint32_t index, int depth) const {
  if (index == kNone || depth > kMostDepth) return false;
  const facts::Value& value = ValueAt(index);
  auto operands = facts::Operands(f_, value);
  if (value.kind() == ValueKind::Call)
    for (const uint32_t operand : operands)
      if (operand != kNone && IsResult(ValueAt(operand).type(), 0)) return true;
  // `while (row)` where the row was fetched at the end of the last round.
  if (value.kind() == ValueKind::Local)
    return std::any_of(f_.ops()->begin(), f_.ops()->end(), [&](const facts::Op* op) {
      return op->kind() == OpKind::Assign && op->target() != kNone && ValueAt(op->target()).kind() == ValueKind::Local &&
             ValueAt(op->target()).ref() == value.ref() && op->value() != kNone && ValueAt(op->value()).kind() == ValueKind::Call &&
             ReadsResult(op->value(), depth + 1);
    });
  return std::any_of(operands.begin(), operands.end(), [&](uint32_t operand) { return ReadsResult(operand, depth + 1); });
}

void DataLoops::AddLocals(uint32_t index, std::set<uint32_t>* locals, int depth) const {
  if (index == kNone || depth > kMostDepth) return;
  const facts::Value& value = ValueAt(index);
  if (IsLocal(value)) locals->insert(value.ref());
  for (const uint32_t operand : facts::Operands(f_, value)) AddLocals(operand, locals, depth + 1);
}

void DataLoops::Collect(uint32_t index) {
  const facts::Loop& loop = *f_.loops()->Get(index);
  std::set<uint32_t>& locals = varying_[index];
  if (loop.variable() != kNone) locals.insert(loop.variable());
  // Of a comparison only what is counted varies, not its end.
  const bool compares = loop.condition() != kNone && ValueAt(loop.condition()).kind() == ValueKind::Binary && IsComparison(ValueAt(loop.condition()).op());
  if (loop.condition() != kNone && loop.kind() != LoopKind::For && !compares) AddLocals(loop.condition(), &locals, 0);
  std::set<uint32_t> own;      // declared in the loop
  // What is given in a round and takes from something that varies; as long as that adds one.
  for (size_t before = ~size_t{0}; before != locals.size();) {
    before = locals.size();
    for (uint32_t block = 0; block < f_.blocks()->size(); ++block) {
      if (!Contains(index, block)) continue;
      const facts::Block* facts_block = f_.blocks()->Get(block);
      for (uint32_t i = 0; i < facts_block->op_count(); ++i) {
        const facts::Op& op = *f_.ops()->Get(facts_block->first_op() + i);
        if (op.kind() == OpKind::Declare) own.insert(op.ref());
        if (op.kind() == OpKind::Declare && op.value() != kNone && Mentions(op.value(), locals, 0)) locals.insert(op.ref());
        if (op.kind() == OpKind::Call && op.value() != kNone) CollectFilled(op.value(), own, &locals);
        if (op.kind() != OpKind::Assign || op.target() == kNone) continue;
        // A step (`++i`, `i += 2`) varies by itself, and what comes from a result does.
        const bool whole = IsLocal(ValueAt(op.target()));
        const bool step = whole && (op.op() != Operator::None || op.value() == kNone);
        if (!step && !Mentions(op.value(), locals, 0) && !ReadsResult(op.value(), 0)) continue;
        // An object that lives longer than a round has other fields, which stay as they are.
        const uint32_t local = LocalBehind(op.target());
        if (whole || own.count(local) != 0) locals.insert(local);
      }
    }
    if (loop.kind() == LoopKind::For && locals.empty() && loop.condition() != kNone) AddLocals(loop.condition(), &locals, 0);
  }
}

// `order.id` and `order->id` are part of `order`.
uint32_t DataLoops::LocalBehind(uint32_t index) const {
  for (int depth = 0; index != kNone && depth < kMostDepth; ++depth) {
    const facts::Value& value = ValueAt(index);
    if (IsLocal(value)) return value.ref();
    const bool part = value.kind() == ValueKind::Member || value.kind() == ValueKind::Index || value.kind() == ValueKind::Unary ||
                      value.kind() == ValueKind::Cast || (value.flags() & facts::kOperatorCall) != 0;
    const auto operands = facts::Operands(f_, value);
    if (!part || operands.empty()) break;
    index = operands[0];
  }
  return kNone;
}

// `order.Read(row)`, `Read(row, &order)`, `sprintf(sql, ..., id)`: objects of the round, and texts, that a call on what varies can write to.
void DataLoops::CollectFilled(uint32_t call, const std::set<uint32_t>& own, std::set<uint32_t>* locals) const {
  if (!Mentions(call, *locals, 0) && !ReadsResult(call, 0)) return;
  const facts::Value& value = ValueAt(call);
  const auto add = [&](uint32_t operand) {
    const uint32_t local = LocalBehind(operand);
    if (local == kNone) return;
    const bool text = vocabulary_.Classify(unit_, f_.locals()->Get(local)->type()) == flow::TypeClass::kText;
    if (text || own.count(local) != 0) locals->insert(local);
  };
  if ((value.flags() & facts::kHasReceiver) != 0) add(facts::Operands(f_, value)[0]);
  const facts::UnitFacts& unit = program_.unit(unit_);
  const facts::Symbol* callee = value.ref() == kNone ? nullptr : unit.symbols()->Get(value.ref());
  const auto arguments = facts::Arguments(f_, value);
  for (uint32_t i = 0; callee != nullptr && i < arguments.size() && i < callee->parameter_count(); ++i)
    if (vocabulary_.IsOutput(unit_, unit.type_lists()->Get(callee->first_parameter() + i))) add(arguments[i]);
}

bool DataLoops::Mentions(uint32_t index, const std::set<uint32_t>& locals, int depth) const {
  if (index == kNone || depth > kMostDepth) return false;
  const facts::Value& value = ValueAt(index);
  if (IsLocal(value) && locals.count(value.ref()) != 0) return true;
  auto operands = facts::Operands(f_, value);
  if (std::any_of(operands.begin(), operands.end(), [&](uint32_t operand) { return Mentions(operand, locals, depth + 1); })) return true;
  if (value.kind() != ValueKind::Lambda) return false;
  for (const FunctionId lambda : program_.functions()[id_].lambdas) {
    const ProgramFunction& inner = program_.functions()[lambda];
    if (inner.unit != unit_ || inner.index != value.ref() || !inner.facts->captures()) continue;
    for (const facts::Capture* capture : *inner.facts->captures())
      if (Mentions(capture->value(), locals, depth + 1)) return true;
  }
  return false;
}

// Or what is held by one: `std::shared_ptr<Connection>`.
bool DataLoops::IsConnection(uint32_t index, int depth) const {
  if (index == kNone || depth > 3) return false;
  if (const TypeRow* row = vocabulary_.TypeRowOf(unit_, index)) return row->role == TypeRole::kConnection;
  const facts::UnitFacts& unit = program_.unit(unit_);
  const facts::Type* type = unit.types()->Get(index);
  if (type->pointee() != kNone) return IsConnection(type->pointee(), depth + 1);
  return type->argument_count() > 0 && IsConnection(unit.type_lists()->Get(type->first_argument()), depth + 1);
}

bool DataLoops::Varies(uint32_t loop, uint32_t call) const {
  const std::set<uint32_t>& locals = varying_[loop];
  const facts::Value& value = ValueAt(call);
  auto operands = facts::Operands(f_, value);
  // The same question to each of several databases has no other form.
  const auto varies = [&](uint32_t operand) { return operand != kNone && !IsConnection(ValueAt(operand).type(), 0) && Mentions(operand, locals, 0); };
  if (std::any_of(operands.begin(), operands.end(), varies)) return true;
  // `statement.bind(1, id); statement.execute();`
  if ((value.flags() & facts::kHasReceiver) == 0 || operands.empty() || operands[0] == kNone) return false;
  const facts::Value& receiver = ValueAt(operands[0]);
  if (!IsLocal(receiver) && receiver.kind() != ValueKind::Member) return false;
  for (uint32_t block = 0; block < f_.blocks()->size(); ++block) {
    if (!Contains(loop, block)) continue;
    const facts::Block* facts_block = f_.blocks()->Get(block);
    for (uint32_t i = 0; i < facts_block->op_count(); ++i) {
      const facts::Op& op = *f_.ops()->Get(facts_block->first_op() + i);
      if (op.kind() != OpKind::Call || op.value() == kNone || op.value() == call) continue;
      const facts::Value& other = ValueAt(op.value());
      auto theirs = facts::Operands(f_, other);
      if ((other.flags() & facts::kHasReceiver) == 0 || theirs.empty() || theirs[0] == kNone) continue;
      const facts::Value& object = ValueAt(theirs[0]);
      if (object.kind() == receiver.kind() && object.ref() == receiver.ref() && Mentions(op.value(), locals, 0)) return true;
    }
  }
  return false;
}

std::string DataLoops::NameOf(uint32_t index, int depth) const {
  if (index == kNone || depth > 4) return "";
  const facts::Value& value = ValueAt(index);
  const facts::UnitFacts& unit = program_.unit(unit_);
  auto operands = facts::Operands(f_, value);
  switch (value.kind()) {
    case ValueKind::Parameter: case ValueKind::Local: return std::string(facts::Text(unit, f_.locals()->Get(value.ref())->name()));
    case ValueKind::Member: case ValueKind::Global:
      return value.ref() == kNone ? "" : std::string(facts::Text(unit, unit.symbols()->Get(value.ref())->name()));
    case ValueKind::Call:
      if (value.ref() == kNone || (value.flags() & facts::kOperatorCall) != 0) return "";
      return std::string(facts::Text(unit, unit.symbols()->Get(value.ref())->name())) + "()";
    default: return operands.empty() ? "" : NameOf(operands[0], depth + 1);
  }
}

std::string DataLoops::Over(uint32_t index) const {
  const facts::Loop& loop = *f_.loops()->Get(index);
  return loop.kind() == LoopKind::RangeFor ? NameOf(loop.range(), 0) : "";
}

}  // namespace backlint
