// What a model row says that a call does to texts.
#include <algorithm>

#include "flow/substitute.h"
#include "flow/walker.h"

namespace backlint::flow {

using facts::ValueKind;

namespace {

constexpr int kReceiver = 0;

}  // namespace

void Walker::ApplyRow(uint32_t call, const CallRow& row) {
  const facts::Value& value = ValueAt(call);
  const Place place = At(value.location());
  const int to = row.to == kAbsent ? kResult : row.to;
  switch (row.role) {
    case Role::kQuery: case Role::kPrepare: AddSink(call, row); break;
    case Role::kExecute: AddExecution(call, row); break;
    case Role::kEscape: Answer(call, to, Escape(call, row), row.append); break;
    case Role::kFormat: {
      const TextSet filled = Format(call, row);
      // `format % a; format % b;`: the object is filled, not a copy of it.
      if (row.language == FormatLanguage::kBoost && row.format == kReceiver) Write(PlaceOfValue(Operand(value, kReceiver)), filled);
      Answer(call, to, filled, row.append);
      break;
    }
    case Role::kConcat: {
      const TextSet separator = row.separator == kAbsent ? TextSet{} : OperandText(call, row.separator);
      const std::vector<TextSet> parts = ValuesText(call, row.values);
      TextSet all = parts.empty() ? TextSet{Text{}} : parts[0];       // one part is a copy: nothing is joined here
      for (size_t i = 1; i < parts.size(); ++i)
        all = Concat(Concat(Joined(all, place, id_), separator), Joined(parts[i], place, id_));
      Answer(call, to, std::move(all), row.append);
      break;
    }
    case Role::kAppend: AppendText(call, row); break;
    case Role::kAssign: {
      TextSet all;
      for (const TextSet& part : ValuesText(call, row.values)) all = all.empty() ? part : Concat(all, part);
      const int target = row.to == kAbsent ? kReceiver : row.to;
      const PlaceKey key = PlaceOfValue(Operand(value, target));
      if (!key.empty() && !all.empty()) {
        // An element of a container: the others stay.
        const uint32_t operand = Operand(value, target);
        if (IsBehind(operand)) {
          WriteTo(operand, std::move(all));
          answer_places_[call] = key;
          break;
        }
        if (operand != kNone && ValueAt(operand).kind() != ValueKind::Local && ValueAt(operand).kind() != ValueKind::Member &&
            ValueAt(operand).kind() != ValueKind::Parameter && ValueAt(operand).kind() != ValueKind::Global)
          if (const TextSet* old = state_.Find(state_.Resolve(key))) Merge(&all, *old);
        Write(key, all);
        answer_places_[call] = key;
      }
      break;
    }
    case Role::kCopy: {
      TextSet set = OperandText(call, row.value == kAbsent ? kReceiver : row.value);
      const PlaceKey key = PlaceOfValue(Operand(value, row.value == kAbsent ? kReceiver : row.value));
      if (to == kResult && !key.empty() && value.kind() == ValueKind::Call) answer_places_[call] = key;
      for (const TextSet& other : ValuesText(call, row.values)) Merge(&set, other);
      if (set.empty()) set = vocabulary_.Classify(unit_index_, value.type()) == TypeClass::kText ? Unknown(call, Origin::kCall) : TextSet{};
      Answer(call, to, std::move(set));
      break;
    }
    case Role::kReplace: Answer(call, to, Replace(call, row)); break;
    case Role::kNumber: Answer(call, to, Unknown(call, Origin::kNumber)); break;
    case Role::kHarmless: Answer(call, to, Harmless(call, row)); break;
    case Role::kClear: {
      const PlaceKey key = PlaceOfValue(Operand(value, row.to == kAbsent ? kReceiver : row.to));
      Write(key, {Text{}});
      break;
    }
    case Role::kSource: {
      const Origin origin = row.source == SourceKind::kClock ? Origin::kHarmless : Origin::kSource;
      Hole hole = HoleOf(to == kResult ? call : Operand(value, to), origin);
      hole.source = row.source;
      hole.from = place;
      if (hole.name.empty()) hole.name = Name(call);
      Answer(call, to, One({MakeHole(std::move(hole))}), row.append);
      break;
    }
    case Role::kCompare: break;
    case Role::kJoin: {
      const uint32_t container = Operand(value, row.value == kAbsent ? 1 : row.value);
      const TextSet elements = WithElementType(container == kNone ? TextSet{} : Evaluate(container), container);
      const TextSet separator = row.separator == kAbsent ? TextSet{} : OperandText(call, row.separator);
      TextSet all;
      for (const Text& element : elements) all = all.empty() ? One(element) : Concat(Concat(all, separator), One(element));
      Answer(call, to, Joined(all, place, id_));
      break;
    }
    case Role::kAddElement: {
      const PlaceKey key = PlaceOfValue(Operand(value, row.to == kAbsent ? kReceiver : row.to));
      TextSet all = OperandText(call, row.to == kAbsent ? kReceiver : row.to);
      for (const TextSet& part : ValuesText(call, row.values)) {
        std::erase_if(all, [](const Text& text) { return text.empty(); });
        Merge(&all, part);
      }
      if (!all.empty()) Write(key, std::move(all));
      break;
    }
    case Role::kApply: ApplyCallable(call, row); break;
  }
}

// One element stands for all: what the callable does with it shows after one round, as in a loop.
void Walker::ApplyCallable(uint32_t call, const CallRow& row) {
  const uint32_t callable = Operand(ValueAt(call), row.callable);
  const std::vector<FunctionId> targets = callable == kNone ? std::vector<FunctionId>() : program_.BodiesOf(id_, program_.CallablesOf(id_, callable));
  if (targets.empty()) return ApplyUnknown(call);
  if (recording_) Publish();
  // A method's first value is its object.
  const SymbolId method = program_.functions()[targets[0]].symbol;
  const bool on_object = ValueAt(callable).kind() != ValueKind::Lambda && method != kNone && program_.symbols()[method].kind == facts::SymbolKind::Method &&
                         program_.symbols()[method].name != "operator()";
  std::vector<uint32_t> operands;
  if (row.value != kAbsent) operands.push_back(static_cast<uint32_t>(row.value));
  const int last = std::min(row.values.last, static_cast<int>(facts::Arguments(f_, ValueAt(call)).size()));
  for (int place = row.values.first; place != kAbsent && place <= last; ++place) operands.push_back(static_cast<uint32_t>(place));
  if (on_object && !operands.empty()) operands.erase(operands.begin());
  std::vector<TextSet> texts;
  for (const uint32_t place : operands)
    texts.push_back(static_cast<int>(place) == row.value ? OperandText(call, row.value) : ElementText(call, static_cast<int>(place)));
  Evaluate(callable);      // its captures are what they are here
  std::map<uint32_t, TextSet> writes;
  TextSet answer = Enter(call, targets, texts, &writes);
  for (FunctionId target : targets) WriteCaptures(target, false, &texts, {At(ValueAt(call).location()), id_});
  for (auto& [parameter, set] : writes)
    if (parameter < operands.size() && static_cast<int>(operands[parameter]) != row.value)
      Write(PlaceOfValue(Operand(ValueAt(call), static_cast<int>(operands[parameter]))), std::move(set));
  if (row.to != kAbsent && row.to != kResult) {
    TextSet before = OperandText(call, row.to);
    std::erase_if(before, [](const Text& text) { return text.empty(); });
    Merge(&answer, before);
  }
  if (!answer.empty()) Answer(call, row.to == kAbsent ? kResult : row.to, std::move(answer));
}

TextSet Walker::ElementText(uint32_t call, int place) {
  const uint32_t operand = Operand(ValueAt(call), place);
  TextSet set = OperandText(call, place);
  const TypeRow* type = operand == kNone ? nullptr : vocabulary_.TypeRowOf(unit_index_, ValueAt(operand).type());
  return set.empty() || (type && type->role == TypeRole::kContainer) ? WithElementType(std::move(set), operand) : set;
}

// Elements of a container of strings are text, those of a container of numbers are not.
TextSet Walker::WithElementType(TextSet set, uint32_t container) const {
  if (container == kNone) return set;
  uint32_t index = ValueAt(container).type();
  for (int depth = 0; index != kNone && depth < 4; ++depth) {
    const facts::Type* type = unit_.types()->Get(index);
    if (type->kind() == facts::TypeKind::Record || type->kind() == facts::TypeKind::Array) break;
    index = type->pointee();
  }
  if (index == kNone) return set;
  const facts::Type* type = unit_.types()->Get(index);
  const uint32_t element = type->kind() == facts::TypeKind::Array ? type->pointee()
                           : type->argument_count() > 0           ? unit_.type_lists()->Get(type->first_argument())
                                                                  : kNone;
  const TypeClass kind = element == kNone ? TypeClass::kOther : vocabulary_.Classify(unit_index_, element);
  if (set.empty() && kind == TypeClass::kText) set = One({MakeHole(HoleOf(container, Origin::kUnknown))});
  if (kind == TypeClass::kNumber || kind == TypeClass::kCharacter) return One({MakeHole(HoleOf(container, Origin::kNumber))});
  if (kind != TypeClass::kText) return set;
  for (Text& text : set)
    for (Piece& piece : text)
      if (piece.hole && !piece.hole->text) {
        Hole copy = *piece.hole;
        copy.text = true;
        copy.type = TypeName(element);
        piece = MakeHole(std::move(copy));
      }
  return set;
}

void Walker::AppendText(uint32_t call, const CallRow& row) {
  const facts::Value& value = ValueAt(call);
  const Place place = At(value.location());
  const int target = row.to == kAbsent ? kReceiver : row.to;
  const PlaceKey key = PlaceOfValue(Operand(value, target));
  const uint32_t at = row.at == kAbsent ? kNone : Operand(value, row.at);
  const bool front = row.front || (at != kNone && ValueAt(at).kind() == ValueKind::Integer && ValueAt(at).number() == 0);
  TextSet all = OperandText(call, target);
  if (all.empty()) all = {Text{}};
  // Copied character by character: nothing is joined here.
  const uint32_t only = row.values.first == row.values.last || facts::Arguments(f_, value).size() <= 1 ? Operand(value, row.values.first) : kNone;
  const bool characters = only != kNone && vocabulary_.Classify(unit_index_, ValueAt(only).type()) == TypeClass::kCharacter;
  for (const TextSet& part : ValuesText(call, row.values)) {
    // The first text in an empty one is a copy.
    const bool first = characters || std::all_of(all.begin(), all.end(), [](const Text& text) { return text.empty(); });
    const TextSet left = first ? all : Joined(all, place, id_), right = first ? part : Joined(part, place, id_);
    all = front ? Concat(right, left) : Concat(left, right);
  }
  answers_.erase(call);
  if (key.empty()) {
    answers_[call] = std::move(all);
    return;
  }
  Write(key, std::move(all));
  answer_places_[call] = key;
}

TextSet Walker::Format(uint32_t call, const CallRow& row) {
  const Place place = At(ValueAt(call).location());
  std::vector<TextSet> values;
  if (row.list && row.values.first != kAbsent) values.push_back(OperandText(call, row.values.first));
  else values = ValuesText(call, row.values);
  TextSet result;
  for (const Text& format : OperandText(call, row.format)) Merge(&result, FillFormat(row.language, format, values, place, id_));
  return result.empty() ? Unknown(call, Origin::kUnknown) : result;
}

TextSet Walker::Escape(uint32_t call, const CallRow& row) {
  const uint32_t operand = row.value == kAbsent ? kNone : Operand(ValueAt(call), row.value);
  TextSet result;
  TextSet values = operand == kNone ? TextSet{} : Evaluate(operand);
  if (values.empty()) values = Unknown(operand == kNone ? call : operand, Origin::kUnknown);
  for (const Text& text : values) {
    Hole hole = HoleOf(operand, Origin::kEscaped);
    for (const Piece& piece : text)
      if (piece.hole) { hole.type = piece.hole->type; hole.from = piece.hole->from; hole.checked = piece.hole->checked; }
    hole.escapes = row.escapes;
    hole.quotes = row.quotes;
    hole.inner = {text};
    Merge(&result, One({MakeHole(std::move(hole))}));
  }
  return result;
}

// Local when all that it can be made of is local.
TextSet Walker::Harmless(uint32_t call, const CallRow& row) {
  Hole hole = HoleOf(call, Origin::kHarmless);
  const TextSet made = row.value == kAbsent ? TextSet{} : OperandText(call, row.value);
  const auto local = [](const Text& text) { return OnlyHole(text) != nullptr && OnlyHole(text)->source == SourceKind::kClock; };
  if (!made.empty() && std::all_of(made.begin(), made.end(), local)) {
    hole.source = SourceKind::kClock;
    hole.from = OnlyHole(made[0])->from;
    const TextSet format = row.format == kAbsent ? TextSet{} : OperandText(call, row.format);
    if (format.size() == 1 && AllLiteral(format)) hole.inner = {format[0]};
  }
  return One({MakeHole(std::move(hole))});
}

// Doubling or backslashing the quote is what an escaper does.
TextSet Walker::Replace(uint32_t call, const CallRow& row) {
  TextSet text = OperandText(call, row.value == kAbsent ? kReceiver : row.value);
  const std::vector<TextSet> values = ValuesText(call, row.values);
  if (values.size() < 2) return text;
  const TextSet &what = values[0], &by = values[1];
  const std::string from = AllLiteral(what) ? LiteralText(what[0]) : "", with = AllLiteral(by) ? LiteralText(by[0]) : "";
  if (from != "'" && from != "\"" && from != "`") return text;
  const bool doubled = with == from + from || with == "\\" + from, dropped = with.find(from) == std::string::npos;
  if (!doubled && !dropped) return text;
  TextSet result;
  for (const Text& one : text) {
    Text changed;
    for (const Piece& piece : one) {
      if (!piece.hole || piece.hole->origin == Origin::kEscaped || piece.hole->origin == Origin::kNumber) {
        changed.push_back(piece);
        continue;
      }
      Hole hole = *piece.hole;
      hole.inner = {Text{piece}};
      hole.origin = Origin::kEscaped;
      hole.escapes = from == "'" ? EscapeFor::kString : EscapeFor::kIdentifier;
      changed.push_back(MakeHole(std::move(hole)));
    }
    Merge(&result, One(std::move(changed)));
  }
  return result;
}

}  // namespace backlint::flow
