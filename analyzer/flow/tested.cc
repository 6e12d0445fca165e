// Texts that a condition tests without saying what they are: by a comparison of a library, or by a function of the program that answers
// what it found, or does not return when it found something else.
#include <algorithm>

#include "flow/walker.h"

namespace backlint::flow {

using facts::Operator;
using facts::ValueKind;

namespace {

constexpr int kMostDepth = 8;      // of operands

bool IsQuote(const facts::Value& value) { return value.kind() == ValueKind::Integer && value.number() == '\''; }

}  // namespace

// A body that compares whole texts, or whose tests of characters keep quotes out, and does not ask the database. With a `parameter`: what
// is seen to be another parameter does not count.
bool Walker::InspectsText(FunctionId id, uint32_t parameter) const {
  if (facts_->summaries[id].queries) return false;
  const ProgramFunction& function = program_.functions()[id];
  const facts::Function& f = *function.facts;
  const auto about_another = [&](uint32_t index) {
    for (int depth = 0; index != kNone && depth < kMostDepth; ++depth) {
      const facts::Value* value = f.values()->Get(index);
      if (value->kind() == ValueKind::Parameter) return parameter != kNone && value->ref() != parameter;
      const auto operands = facts::Operands(f, *value);
      index = operands.empty() ? kNone : operands[0];
    }
    return false;
  };
  for (uint32_t v = 0; v < f.values()->size(); ++v) {
    const facts::Value* value = f.values()->Get(v);
    if (value->kind() == ValueKind::Call) {
      for (const CallRow* row : vocabulary_.RowsOf(id, v)) {
        if (row->role != Role::kCompare || row->tells == Tells::kPart || about_another(v)) continue;
        if (row->tells == Tells::kWhole || row->tells == Tells::kOrder) return true;
        // What is searched has to be seen: letters are fine, a quote is not (and the other way round for what must be absent).
        for (uint32_t operand : facts::Arguments(f, *value)) {
          if (operand == kNone) continue;
          const facts::Value* searched = f.values()->Get(operand);
          while (searched->kind() == ValueKind::Construct && searched->operand_count() > 0 && facts::Operands(f, *searched)[0] != kNone)
            searched = f.values()->Get(facts::Operands(f, *searched)[0]);
          const std::string_view text = searched->kind() == ValueKind::String ? facts::Text(program_.unit(function.unit), searched->ref()) : "";
          const bool quote = text.find('\'') != text.npos || IsQuote(*searched);
          if (row->tells == Tells::kAbsent ? quote : !quote) return true;
        }
      }
    } else if (value->kind() == ValueKind::Binary && value->operand_count() == 2) {
      const auto operands = facts::Operands(f, *value);
      if (operands[0] == kNone || operands[1] == kNone) continue;
      const facts::Value &left = *f.values()->Get(operands[0]), &right = *f.values()->Get(operands[1]);
      if (vocabulary_.Classify(function.unit, left.type()) != TypeClass::kCharacter || right.kind() != ValueKind::Integer || about_another(operands[0])) continue;
      const bool range = value->op() == Operator::Less || value->op() == Operator::LessEqual || value->op() == Operator::Greater || value->op() == Operator::GreaterEqual;
      if (range ? right.number() > '\'' : IsQuote(right)) return true;
    }
  }
  return false;
}

// What is called with each character or element (`all_of`) has to look at it; false when it is known not to.
bool Walker::TellsOfEach(uint32_t callable) const {
  for (const Callable& called : program_.CallablesOf(id_, callable)) {
    if (called.body != kNone && !InspectsText(called.body, kNone)) return false;
    if (called.symbol == kNone) continue;
    const auto& rows = vocabulary_.RowsOfSymbol(called.symbol);
    const bool row = std::any_of(rows.begin(), rows.end(), [](const CallRow* one) { return one->role == Role::kCompare && one->tells == Tells::kWhole; });
    const auto& bodies = program_.symbols()[called.symbol].definitions;
    if (!row && (bodies.empty() || !std::all_of(bodies.begin(), bodies.end(), [this](FunctionId body) { return InspectsText(body, kNone); }))) return false;
  }
  return true;
}

// `allowed.contains(x)`, `is_valid(x)`: the value itself was looked at and found good.
void Walker::RefineTested(uint32_t index, State* state) {
  index = InitialValue(index);
  if (index == kNone || ValueAt(index).kind() != ValueKind::Call) return;
  const facts::Value& call = ValueAt(index);
  auto arguments = facts::Arguments(f_, call);
  if (arguments.empty() || arguments.size() > 3) return;
  bool compares = false, other_role = false;
  for (const CallRow* row : vocabulary_.RowsOf(id_, index))
    if (row->role != Role::kCompare) other_role = true;
    else if (row->tells == Tells::kWhole) compares = true;
    else return;
  if (!compares && !program_.Targets(id_, index).empty()) return RefineAnswered(index, true, state);
  const SymbolId callee = program_.SymbolOf(id_, call);
  const uint32_t receiver = Operand(call, 0);
  // A library's container that is asked for an element.
  const bool container = receiver != kNone && callee != kNone && (program_.symbols()[callee].flags & facts::kInProject) == 0 &&
                         vocabulary_.Classify(unit_index_, ValueAt(receiver).type()) != TypeClass::kText &&
                         vocabulary_.TypeRowOf(unit_index_, ValueAt(receiver).type()) == nullptr;
  if (other_role ? !container : !(compares || container)) return;
  for (const uint32_t argument : arguments)
    if (argument != kNone && !TellsOfEach(argument)) return;
  for (uint32_t i = 0; i < arguments.size(); ++i)
    if (arguments[i] != kNone && !vocabulary_.IsNumber(unit_index_, ValueAt(arguments[i]).type()) && (compares || !MayBeGiven(index, i, *state))) Mark(arguments[i], nullptr, state);
}

// Whether the call may have written the argument, as far as its declaration tells.
bool Walker::MayBeGiven(uint32_t call, uint32_t argument, const State& state) {
  const uint32_t ref = ValueAt(call).ref();
  const facts::Symbol* symbol = ref == kNone ? nullptr : unit_.symbols()->Get(ref);
  if (symbol && argument < symbol->parameter_count()) return vocabulary_.IsOutput(unit_index_, unit_.type_lists()->Get(symbol->first_parameter() + argument));
  // Nobody has declared it: a text that was empty until now is there to be filled.
  const uint32_t operand = facts::Arguments(f_, ValueAt(call))[argument];
  const PlaceKey place = PlaceOfValue(operand);
  const TextSet* text = place.empty() ? nullptr : state.Find(state.Resolve(place));
  return text && std::any_of(text->begin(), text->end(), [&](const Text& one) {
    const Hole* hole = OnlyHole(one);
    return one.empty() || (hole && hole->from == At(ValueAt(call).location()));
  });
}

// A function of the program has answered `truth`, and tests some of its parameters before it does.
void Walker::RefineAnswered(uint32_t call, bool truth, State* state) {
  const auto arguments = facts::Arguments(f_, ValueAt(call));
  const std::vector<FunctionId> targets = program_.Targets(id_, call);
  for (uint32_t i = 0; i < arguments.size() && !targets.empty(); ++i) {
    if (arguments[i] == kNone || vocabulary_.IsNumber(unit_index_, ValueAt(arguments[i]).type()) || !TellsOfEach(arguments[i])) continue;
    Tested tested = Tested::kWhole;
    for (const FunctionId target : targets) tested = std::min(tested, TestedBy(target, i, truth));
    const EscapeFor string = EscapeFor::kString;
    if (tested != Tested::kNot) Mark(arguments[i], tested == Tested::kWhole ? nullptr : &string, state);
  }
}

// A function that collects its answer in a variable is believed when it looks at the text at all.
Tested Walker::TestedBy(FunctionId target, uint32_t parameter, bool truth) const {
  const FunctionSummary& summary = facts_->summaries[target];
  if (const auto found = summary.tested[truth].find(parameter); found != summary.tested[truth].end() && found->second != Tested::kNot)
    return found->second;
  return truth && summary.answers_variable && InspectsText(target, parameter) ? Tested::kWhole : Tested::kNot;
}

// `Require(name);` has come back.
void Walker::RefineReturned(uint32_t call) {
  State after = state_;
  const std::vector<FunctionId> targets = program_.Targets(id_, call);
  const auto arguments = facts::Arguments(f_, ValueAt(call));
  const EscapeFor string = EscapeFor::kString;
  for (uint32_t i = 0; i < arguments.size() && !targets.empty(); ++i) {
    Tested tested = Tested::kWhole;
    for (const FunctionId target : targets)
      for (const auto& answer : facts_->summaries[target].tested) {
        const auto found = answer.find(i);
        tested = std::min(tested, found == answer.end() ? Tested::kNot : found->second);
      }
    if (arguments[i] != kNone && tested != Tested::kNot) Mark(arguments[i], tested == Tested::kWhole ? nullptr : &string, &after);
  }
  state_ = std::move(after);
}

namespace {

Tested TestedIn(const State& state, uint32_t parameter) {
  const TextSet* set = state.Find(state.Resolve(Key(Root::kParameter, parameter)));
  if (set == nullptr || set->empty()) return Tested::kNot;
  Tested tested = Tested::kWhole;
  for (const Text& text : *set)
    for (const Piece& piece : text)
      if (piece.hole && !piece.hole->checked)
        tested = std::min(tested, piece.hole->origin == Origin::kEscaped && piece.hole->escapes == EscapeFor::kString ? Tested::kNoQuote : Tested::kNot);
  return tested;
}

}  // namespace

// At an exit, `last` being the operation that leaves (null: the end of the body).
void Walker::NoteTested(const facts::Op* last) {
  if (last && last->kind() == facts::OpKind::Throw) return;
  const uint32_t value = last && last->kind() == facts::OpKind::Return ? last->value() : kNone;
  const facts::Value* answer = value == kNone ? nullptr : &ValueAt(value);
  const std::optional<bool> constant = ConstantTruth(value);
  summary_.answers_variable |= answer && (answer->kind() == ValueKind::Local || (answer->kind() == ValueKind::Phi && answer->op() == Operator::None));
  for (const bool truth : {false, true}) {
    if (constant && *constant != truth) continue;
    State state = state_;
    if (answer && !constant) Refine(value, truth, &state);
    for (uint32_t p = 0; p < f_.parameter_count(); ++p) {
      const auto [entry, fresh] = summary_.tested[truth].emplace(p, Tested::kWhole);
      entry->second = std::min(entry->second, given_anew_.count(p) != 0 ? Tested::kNot : TestedIn(state, p));
    }
  }
}

}  // namespace backlint::flow
