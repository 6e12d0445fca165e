#include <algorithm>

#include "flow/substitute.h"
#include "flow/walker.h"

namespace backlint::flow {

using facts::ValueKind;

namespace {

constexpr int kReceiver = 0;
constexpr size_t kMostChanges = 512;      // fields and globals that are remembered of one function

}  // namespace

uint32_t Walker::Operand(const facts::Value& call, int place) const {
  const bool has_receiver = call.kind() == ValueKind::Call && (call.flags() & facts::kHasReceiver) != 0;
  auto operands = facts::Operands(f_, call);
  if (place == kReceiver) return has_receiver && !operands.empty() ? operands[0] : kNone;
  auto arguments = facts::Arguments(f_, call);
  return place >= 1 && static_cast<size_t>(place) <= arguments.size() ? arguments[place - 1] : kNone;
}

TextSet Walker::OperandText(uint32_t call, int place) {
  const uint32_t operand = Operand(ValueAt(call), place);
  return operand == kNone ? TextSet{} : place == kReceiver ? Evaluate(operand) : ArgumentText(operand);
}

TextSet Walker::ArgumentText(uint32_t operand) {
  TextSet set = Evaluate(operand);
  if (!set.empty()) return set;
  // An object that becomes a text inside of what is called: a format that the compiler checks.
  const FunctionId conversion = program_.ConversionOf(unit_index_, ValueAt(operand).type());
  if (conversion == kNone) return set;
  for (const Text& text : facts_->summaries[conversion].returns)
    if (IsLiteral(text)) Merge(&set, One(text));
  return set;
}

std::vector<TextSet> Walker::ValuesText(uint32_t call, const Arguments& values) {
  std::vector<TextSet> texts;
  if (values.first == kAbsent) return texts;
  const int count = static_cast<int>(facts::Arguments(f_, ValueAt(call)).size());
  for (int place = values.first; place <= std::min(values.last, count); ++place) {
    const uint32_t operand = Operand(ValueAt(call), place);
    if (operand == kNone) continue;
    TextSet set = ArgumentText(operand);
    if (set.empty() && (ValueAt(operand).flags() & facts::kImplicit) != 0) continue;      // allocators, open modes
    if (set.empty()) set = Unknown(operand, Origin::kUnknown);
    NoteClock(operand, set);
    // Where it is put in, it has the name and type that stand there.
    for (Text& text : set) {
      const Hole* only = OnlyHole(text);
      if (only == nullptr || only->joined.line != 0) continue;
      Hole named = *only;
      if (const std::string name = Name(operand); !name.empty()) named.name = name;
      if (vocabulary_.Classify(unit_index_, ValueAt(operand).type()) == TypeClass::kText) {
        named.text = true;
        named.type = TypeName(ValueAt(operand).type());
      }
      text = {MakeHole(std::move(named))};
    }
    texts.push_back(std::move(set));
  }
  return texts;
}

void Walker::Answer(uint32_t call, int to, TextSet set, bool append) {
  if (to == kResult) {
    answers_[call] = std::move(set);
    return;
  }
  if (append) {
    TextSet before = OperandText(call, to);
    set = before.empty() ? std::move(set) : Concat(before, Joined(set, At(ValueAt(call).location()), id_));
  }
  const uint32_t operand = Operand(ValueAt(call), to);
  if (append) Write(PlaceOfValue(operand), std::move(set));
  else WriteTo(operand, std::move(set));
}

void Walker::Call(uint32_t index) {
  const std::vector<const CallRow*> rows = vocabulary_.RowsOf(id_, index);
  bool applied = false;
  for (const CallRow* row : rows)
    if (Applies(index, *row)) {
      ApplyRow(index, *row);
      applied = true;
    }
  const std::vector<FunctionId> targets = program_.Targets(id_, index);
  if (recording_ && !targets.empty()) Publish();
  if (targets.empty()) NoteRequestNumber(index);
  if (applied) {
    if (recording_ && final_ && !targets.empty() && std::none_of(rows.begin(), rows.end(), [](const CallRow* row) { return row->role == Role::kQuery; }))
      ApplyTargets(index, targets);
    return;
  }
  if (ReadsFromSource(index)) return;
  if (!targets.empty()) ApplyTargets(index, targets);
  else ApplyUnknown(index);
}

// Overloads share a name: the row speaks of this one only when what it calls text can be text.
bool Walker::Applies(uint32_t call, const CallRow& row) {
  if (row.role != Role::kQuery && row.role != Role::kPrepare) return true;
  const uint32_t operand = row.sql == kAbsent ? kNone : Operand(ValueAt(call), row.sql);
  if (row.sql == kAbsent) return true;
  if (operand == kNone) return false;
  const TypeClass type = vocabulary_.Classify(unit_index_, ValueAt(operand).type());
  if (type == TypeClass::kText) return true;
  if (type == TypeClass::kNumber || type == TypeClass::kCharacter) return false;
  // Nothing is known of its type (a header is missing): the name of the call has to do.
  const uint32_t written = ValueAt(operand).type();
  const facts::TypeKind kind = written == kNone ? facts::TypeKind::Unknown : unit_.types()->Get(written)->kind();
  if (kind == facts::TypeKind::Unknown || kind == facts::TypeKind::Auto || kind == facts::TypeKind::Dependent) return true;
  // An object of some class: a text only when it holds one, or turns into one.
  if (program_.ConversionOf(unit_index_, written) != kNone) return true;
  const TextSet set = Evaluate(operand);
  return std::any_of(set.begin(), set.end(), [](const Text& text) { return OnlyHole(text) == nullptr || OnlyHole(text)->text; });
}

void Walker::AddSink(uint32_t call, const CallRow& row) {
  summary_.queries = true;
  if (row.sql == kAbsent) return;
  const facts::Value& value = ValueAt(call);
  TextSet text;
  if (row.language == FormatLanguage::kNone) {
    text = OperandText(call, row.sql);
  } else {
    CallRow format = row;          // `queryf(connection, format, ...)`
    format.format = row.sql;
    if (format.values.first == kAbsent) format.values = {row.sql + 1, Arguments::kOpen};
    text = Format(call, format);
  }
  if (text.empty()) text = Unknown(Operand(value, row.sql), Origin::kUnknown);
  // `session << "SELECT ..." << x`: the statement goes on in the next call of the chain.
  if (row.append || (value.flags() & facts::kOperatorCall) != 0) {
    const uint32_t left = Operand(value, (value.flags() & facts::kHasReceiver) != 0 ? kReceiver : 1);
    auto earlier = left == kNone ? answers_.end() : answers_.find(left);
    const bool continues = std::any_of(sinks_.begin(), sinks_.end(), [&](const Sink& sink) { return sink.value == left; });
    if (earlier != answers_.end() && continues) {
      text = Concat(earlier->second, Joined(text, At(value.location()), id_));
      std::erase_if(sinks_, [&](const Sink& sink) { return sink.value == left; });
    }
    answers_[call] = text;
  }
  std::erase_if(sinks_, [&](const Sink& sink) { return sink.value == call && sink.row == &row; });
  if (row.role == Role::kPrepare && row.name != kAbsent)
    if (const TextSet name = OperandText(call, row.name); !name.empty())
      Record(SinkKind::kRegistration, call, row, Concat(Concat(name, One({Literal(kNameEnd)})), text));
  Record(SinkKind::kQuery, call, row, std::move(text));
}

void Walker::AddExecution(uint32_t call, const CallRow& row) {
  summary_.queries = true;
  if (row.name == kAbsent) return;
  std::erase_if(sinks_, [&](const Sink& sink) { return sink.value == call && sink.row == &row; });
  if (TextSet name = OperandText(call, row.name); !name.empty()) Record(SinkKind::kExecution, call, row, std::move(name));
}

void Walker::Record(SinkKind kind, uint32_t call, const CallRow& row, TextSet text) {
  Sink sink;
  sink.kind = kind;
  sink.function = id_;
  sink.value = call;
  sink.row = &row;
  sink.text = std::move(text);
  if (recording_ && kind != SinkKind::kRegistration && row.binds.first != kAbsent) sink.binds = ValuesText(call, row.binds);
  sinks_.push_back(std::move(sink));
}

bool Walker::ReadsFromSource(uint32_t call) {
  const facts::Value& value = ValueAt(call);
  const uint32_t receiver = Operand(value, kReceiver);
  if (receiver == kNone) return false;
  const TypeRow* row = vocabulary_.TypeRowOf(unit_index_, ValueAt(receiver).type());
  if (row == nullptr || row->role != TypeRole::kSource) return false;
  if (vocabulary_.IsNumber(unit_index_, value.type())) return true;
  Hole hole = HoleOf(call, Origin::kSource);
  hole.source = row->source;
  answers_[call] = One({MakeHole(std::move(hole))});
  return true;
}

void Walker::ApplyTargets(uint32_t call, const std::vector<FunctionId>& targets) {
  const facts::Value& value = ValueAt(call);
  auto arguments = facts::Arguments(f_, value);
  std::vector<TextSet> texts;
  for (uint32_t argument : arguments) {
    TextSet set = argument == kNone ? TextSet{} : Evaluate(argument);
    if (set.empty() && argument != kNone && ValueAt(argument).kind() != ValueKind::Null &&
        vocabulary_.Classify(unit_index_, ValueAt(argument).type()) == TypeClass::kText)
      set = Unknown(argument, Origin::kUnknown);
    const auto writes_to_it = [&](FunctionId target) { return facts_->summaries[target].writes.count(static_cast<uint32_t>(texts.size())) != 0; };
    NoteClock(argument, set);
    const bool filled = argument != kNone && IsBehind(argument) && std::any_of(targets.begin(), targets.end(), writes_to_it);
    if (filled) set = {Text{}};      // what is written there comes behind what is there
    texts.push_back(std::move(set));
  }
  std::map<uint32_t, TextSet> writes;
  TextSet answer = Enter(call, targets, texts, &writes);
  const CallPoint point = {At(value.location()), id_};
  for (FunctionId target : targets) WriteCaptures(target, targets.size() == 1, &texts, point);
  LambdasMayRun(call);
  RefineReturned(call);
  for (auto& [parameter, set] : writes)
    if (parameter < arguments.size()) WriteTo(arguments[parameter], std::move(set));
  if (const PlaceKey place = AnswerPlace(call, targets); !place.empty()) {
    answer_places_[call] = place;
    if (const TextSet* known = state_.Find(state_.Resolve(place))) answer = *known;
  }
  // A stream operator of the project: the chain goes on with the stream.
  if ((value.flags() & facts::kOperatorCall) != 0 && answer.empty() && !arguments.empty()) {
    const PlaceKey key = PlaceOfValue(Operand(value, Operand(value, kReceiver) == kNone ? 1 : kReceiver));
    if (!key.empty()) answer_places_[call] = key;
  }
  if (answer.empty() && vocabulary_.Classify(unit_index_, value.type()) == TypeClass::kText &&
      answer_places_.find(call) == answer_places_.end())
    answer = Unknown(call, Origin::kCall);
  if (!answer.empty()) answers_[call] = std::move(answer);
}

// What the bodies answer, and what they write through their parameters, with `texts` passed.
TextSet Walker::Enter(uint32_t call, const std::vector<FunctionId>& targets, const std::vector<TextSet>& texts, std::map<uint32_t, TextSet>* writes) {
  const CallPoint point = {At(ValueAt(call).location()), id_};
  const bool any = std::any_of(texts.begin(), texts.end(), [](const TextSet& set) { return !set.empty(); });
  TextSet answer;
  for (FunctionId target : targets) {
    const FunctionSummary& summary = facts_->summaries[target];
    summary_.queries |= summary.queries;
    Forget(summary.changes);
    if (summary_.changes.size() < kMostChanges) summary_.changes.insert(summary.changes.begin(), summary.changes.end());
    if (recording_ && final_ && any && target != id_) facts_->incoming[target].push_back({{id_, call}, texts});
    Merge(&answer, OfOwnObject(Substitute(summary.returns, target, texts, point), call, target));
    for (const auto& [parameter, set] : summary.writes) Merge(&(*writes)[parameter], Substitute(set, target, texts, point));
  }
  return answer;
}

// What a returned reference means here: `*this` is the receiver, a parameter is the argument.
PlaceKey Walker::AnswerPlace(uint32_t call, const std::vector<FunctionId>& targets) {
  constexpr size_t kLongest = 8;        // fields that lead into a place
  if (targets.empty()) return {};
  const PlaceKey& place = facts_->summaries[targets[0]].place;
  for (const FunctionId target : targets)
    if (facts_->summaries[target].place != place) return {};
  if (place.empty() || RootOf(place) == Root::kGlobal) return place;
  const int operand = RootOf(place) == Root::kThis ? kReceiver : static_cast<int>(place[1]) + 1;
  const PlaceKey base = PlaceOfValue(Operand(ValueAt(call), operand));
  return base.empty() || base.size() + place.size() > kLongest + 2 ? PlaceKey() : base + place.substr(2);
}

// An array of characters, whatever it decays to.
bool Walker::IsBuffer(uint32_t index) const {
  while (index != kNone && ValueAt(index).kind() == ValueKind::Cast && ValueAt(index).operand_count() == 1) index = facts::Operands(f_, ValueAt(index))[0];
  const uint32_t type = index == kNone ? kNone : ValueAt(index).type();
  return type != kNone && unit_.types()->Get(type)->kind() == facts::TypeKind::Array;
}

// What a lambda of this function has written to the variables that it captures by reference.
void Walker::WriteCaptures(FunctionId lambda, bool certain, const std::vector<TextSet>* texts, const CallPoint& point) {
  const ProgramFunction& function = program_.functions()[lambda];
  if (function.encloser != id_ || lambda == id_ || (function.facts->flags() & facts::kLambda) == 0) return;
  for (const auto& [capture, set] : facts_->summaries[lambda].captures) {
    const PlaceKey place = PlaceOfValue(function.facts->captures()->Get(capture)->value());
    if (place.empty()) continue;
    TextSet all = texts ? Substitute(set, lambda, *texts, point) : set;
    const TextSet* before = state_.Find(state_.Resolve(place));
    if (!certain && before) Merge(&all, *before);
    Write(place, std::move(all));
  }
}

// `std::for_each(begin, end, [&](...) { sql += ...; })`
void Walker::LambdasMayRun(uint32_t call) {
  for (const uint32_t argument : facts::Arguments(f_, ValueAt(call)))
    if (argument != kNone)
      for (const Callable& callable : program_.CallablesOf(id_, argument))
        if (callable.body != kNone && program_.functions()[callable.body].encloser == id_) WriteCaptures(callable.body, false, nullptr, {});
}

void Walker::NoteHanded(uint32_t call, SymbolId callee) {
  constexpr size_t kBeginning = 200;        // bytes
  if (callee == kNone) return;
  for (uint32_t argument : facts::Arguments(f_, ValueAt(call))) {
    if (argument == kNone) continue;
    const TextSet set = ArgumentText(argument);
    NoteClock(argument, set);
    if (facts_->handed.size() >= kMostHanded) continue;
    if (set.empty() || set[0].empty()) continue;
    Piece first = set[0][0];
    const bool words = !first.hole && first.text.find_first_of(" \n\t") != std::string::npos;
    if (!words && !(first.hole && first.hole->origin == Origin::kParameter)) continue;
    first.text.resize(std::min(first.text.size(), kBeginning));
    facts_->handed.push_back({{id_, call}, callee, std::move(first)});
  }
}

// `stoi(request.get("limit"))`
void Walker::NoteRequestNumber(uint32_t call) {
  if (!recording_ || !final_ || !vocabulary_.IsNumber(unit_index_, ValueAt(call).type())) return;
  for (const int place : {kReceiver, 1})
    for (const Text& text : OperandText(call, place))
      if (const Hole* only = OnlyHole(text); only && only->origin == Origin::kSource && only->source == SourceKind::kRequest)
        facts_->request_numbers.insert({id_, call});
}

void Walker::ApplyUnknown(uint32_t call) {
  const facts::Value& value = ValueAt(call);
  const TypeClass type = vocabulary_.Classify(unit_index_, value.type());
  auto arguments = facts::Arguments(f_, value);
  const SymbolId callee = program_.SymbolOf(id_, value);
  const bool pure_copy = value.kind() == ValueKind::Construct && arguments.size() >= 1;
  const uint32_t receiver = Operand(value, kReceiver);
  LambdasMayRun(call);
  if (recording_ && final_ && value.kind() == ValueKind::Call) NoteHanded(call, callee);
  if (AssignObject(call)) return;
  if (value.kind() == ValueKind::Construct)
    if (TextSet set = FromSource(call); !set.empty()) {
      answers_[call] = std::move(set);
      return;
    }
  if (pure_copy) {
    TextSet all;
    for (uint32_t argument : arguments)
      if (argument != kNone && !vocabulary_.IsNumber(unit_index_, ValueAt(argument).type())) Merge(&all, Evaluate(argument));
    const bool defaults = std::all_of(arguments.begin(), arguments.end(), [&](uint32_t argument) {
      return argument == kNone || (ValueAt(argument).kind() == ValueKind::Unknown && IsRecord(ValueAt(argument).type()));
    });
    if (all.empty() && defaults && type == TypeClass::kText) all = {Text{}};      // only an allocator
    if (!all.empty()) answers_[call] = std::move(all);
    return;
  }
  if (value.kind() == ValueKind::Construct && type == TypeClass::kText) {
    answers_[call] = {Text{}};
    return;
  }
  // Buffers and strings that it may fill.
  if (callee != kNone)
    for (size_t i = 0; i < arguments.size(); ++i) {
      if (arguments[i] == kNone) continue;
      const facts::Symbol* symbol = unit_.symbols()->Get(value.ref());
      const uint32_t parameter = i < symbol->parameter_count() ? unit_.type_lists()->Get(symbol->first_parameter() + i) : kNone;
      if (!vocabulary_.IsOutput(unit_index_, parameter) || vocabulary_.Classify(unit_index_, parameter) != TypeClass::kText) continue;
      const PlaceKey key = PlaceOfValue(arguments[i]);
      if (key.empty()) continue;
      Hole hole = HoleOf(arguments[i], Origin::kCall);
      hole.symbol = callee;
      hole.from = At(value.location());
      WriteTo(arguments[i], One({MakeHole(std::move(hole))}));
    }
  // A function that nobody has declared: what it is given to write to, it may have written to.
  if (callee == kNone || (program_.symbols()[callee].flags & facts::kDependent) != 0)
    for (const uint32_t argument : arguments) {
      const PlaceKey key = argument == kNone ? PlaceKey() : PlaceOfValue(argument);
      const TextSet* before = key.empty() ? nullptr : state_.Find(state_.Resolve(key));
      if (before == nullptr || !IsBuffer(argument)) continue;
      Hole hole = HoleOf(argument, Origin::kCall);
      hole.text = false;      // it may as well only have read it
      hole.from = At(value.location());
      TextSet all = *before;
      Merge(&all, One({MakeHole(std::move(hole))}));
      Write(key, std::move(all));
    }
  if (type == TypeClass::kNumber || type == TypeClass::kCharacter) return;
  // A library's container, optional, iterator: it hands out what it was given.
  if (receiver != kNone && (callee == kNone || (program_.symbols()[callee].flags & facts::kInProject) == 0)) {
    TextSet set = Evaluate(receiver);
    const PlaceKey key = PlaceOfValue(receiver);
    const bool text_receiver = vocabulary_.Classify(unit_index_, ValueAt(receiver).type()) == TypeClass::kText;
    if (!set.empty() && !text_receiver) {
      if (!key.empty()) answer_places_[call] = key;
      answers_[call] = std::move(set);
      return;
    }
  }
  if (type == TypeClass::kText) answers_[call] = Unknown(call, Origin::kCall);
}

}  // namespace backlint::flow
