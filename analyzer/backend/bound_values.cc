#include "backend/bound_values.h"

#include <algorithm>
#include <cctype>

namespace backlint {
namespace {

using facts::OpKind;
using facts::ValueKind;

bool Before(const facts::Location& a, const facts::Location& b) { return std::pair(a.line(), a.column()) < std::pair(b.line(), b.column()); }

// `bindValue`, `addBindValue`, `Bind`.
bool SpeaksOfBinding(std::string_view name) {
  std::string small(name);
  std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return small.find("bind") != small.npos;
}

std::string_view WithoutMark(std::string_view name) {
  while (!name.empty() && (name[0] == ':' || name[0] == '@' || name[0] == '$')) name.remove_prefix(1);
  return name;
}

}  // namespace

BoundValues::BoundValues(const ValuePaths& paths, const flow::Vocabulary& vocabulary, FunctionId function, const QuerySite& site, size_t placeholders)
    : paths_(paths), vocabulary_(vocabulary), program_(vocabulary.program()), id_(function), f_(*program_.functions()[function].facts) {
  if (placeholders > 0) FromCall(site, placeholders);
  if (in_order_.size() < placeholders) in_order_.clear();
  FromObject(site, placeholders > 0);
}

void BoundValues::AddElements(uint32_t index, int depth) {
  if (index == kNone || depth > 4) return;
  const facts::Value& value = ValueAt(index);
  uint32_t list = index;
  if (value.kind() == ValueKind::Local) list = program_.InitialValue(id_, value.ref());
  while (list != kNone && (ValueAt(list).kind() == ValueKind::Cast || ValueAt(list).kind() == ValueKind::Construct)) {
    auto operands = facts::Operands(f_, ValueAt(list));
    if (operands.size() != 1) break;
    list = operands[0];
  }
  if (list == kNone || ValueAt(list).kind() != ValueKind::InitList) return in_order_.push_back(BoundOf(index));
  for (uint32_t element : facts::Operands(f_, ValueAt(list))) in_order_.push_back(BoundOf(element));
}

// Behind the text: where the row of the library says so; of a wrapper, the last written arguments when there is exactly one more.
void BoundValues::FromCall(const QuerySite& site, size_t placeholders) {
  const facts::Value& call = ValueAt(site.value);
  auto arguments = facts::Arguments(f_, call);
  if (site.row != nullptr) {
    if (site.row->binds.first == kAbsent) return;
    const size_t last = std::min(arguments.size(), static_cast<size_t>(site.row->binds.last));
    for (size_t i = static_cast<size_t>(site.row->binds.first); i >= 1 && i <= last; ++i) AddElements(arguments[i - 1], 0);
    return;
  }
  std::vector<uint32_t> written;
  for (uint32_t argument : arguments)
    if (argument != kNone && (ValueAt(argument).flags() & facts::kImplicit) == 0) written.push_back(argument);
  if (written.size() < placeholders + 1 || written.size() > placeholders + 2) return;
  for (size_t i = written.size() - placeholders; i < written.size(); ++i) in_order_.push_back(BoundOf(written[i]));
}

// The object at the beginning of a chain of calls: `query` of `query.bind(1, a).bind(2, b)`.
ValuePath BoundValues::RootOf(uint32_t index, int depth) const {
  if (index == kNone || depth > 16) return {};
  const facts::Value& value = ValueAt(index);
  auto operands = facts::Operands(f_, value);
  if (value.kind() == ValueKind::Call && (value.flags() & facts::kHasReceiver) != 0 && (value.flags() & facts::kOperatorCall) == 0 && !operands.empty())
    return RootOf(operands[0], depth + 1);
  return paths_.Of(id_, index);
}

std::vector<ValuePath> BoundValues::ObjectsOf(const QuerySite& site) const {
  std::vector<ValuePath> objects;
  const auto add = [&](const ValuePath& path) {
    if (path.IsKey() && std::find(objects.begin(), objects.end(), path) == objects.end()) objects.push_back(path);
  };
  const facts::Value& call = ValueAt(site.value);
  auto operands = facts::Operands(f_, call);
  for (uint32_t argument : facts::Arguments(f_, call)) {
    if (argument == kNone || ValueAt(argument).kind() != ValueKind::Unary) continue;
    if (ValueAt(argument).op() == facts::Operator::AddressOf) add(paths_.Of(id_, argument));
  }
  if (site.row != nullptr && site.row->role == Role::kPrepare && site.row->to > 0) {
    auto arguments = facts::Arguments(f_, call);
    if (static_cast<size_t>(site.row->to) <= arguments.size()) add(paths_.Of(id_, arguments[static_cast<size_t>(site.row->to) - 1]));
  }
  for (const facts::Op* op : *f_.ops()) {
    if (op->value() == kNone || (op->kind() != OpKind::Declare && op->kind() != OpKind::Assign)) continue;
    uint32_t value = op->value();
    for (int depth = 0; value != kNone && value != site.value && depth < 4; ++depth) {
      auto inner = facts::Operands(f_, ValueAt(value));
      value = inner.size() >= 1 && ValueAt(value).kind() != ValueKind::InitList ? inner[0] : kNone;
    }
    if (value != site.value) continue;
    if (op->kind() == OpKind::Declare) add({ValuePath::kVariable, id_, op->ref(), ""});
    else add(paths_.Of(id_, op->target()));
  }
  // What the call makes is the statement; else what it is called on.
  const bool method = call.kind() == ValueKind::Call && (call.flags() & facts::kHasReceiver) != 0 && !operands.empty();
  if (objects.empty() && method) add(RootOf(operands[0], 0));
  return objects;
}

// In the order of the source.
std::vector<uint32_t> BoundValues::CallsBehind(const facts::Location& from) const {
  std::vector<uint32_t> calls;
  for (const facts::Op* op : *f_.ops())
    if (op->kind() == OpKind::Call && op->value() != kNone && Before(from, ValueAt(op->value()).location())) calls.push_back(op->value());
  std::stable_sort(calls.begin(), calls.end(), [&](uint32_t a, uint32_t b) { return Before(ValueAt(a).location(), ValueAt(b).location()); });
  return calls;
}

void BoundValues::FromObject(const QuerySite& site, bool wants_values) {
  const std::vector<ValuePath> objects = ObjectsOf(site);
  if (objects.empty()) return;
  const auto is_object = [&](const ValuePath& path) { return path.IsKey() && std::find(objects.begin(), objects.end(), path) != objects.end(); };
  const facts::Location from = ValueAt(site.value).location();
  const bool prepares = site.row != nullptr && site.row->role == Role::kPrepare;
  const bool kept_elsewhere = std::all_of(objects.begin(), objects.end(), [](const ValuePath& p) { return p.root != ValuePath::kVariable; });
  bool kept = prepares && kept_elsewhere;
  std::vector<Bound> added;
  for (const uint32_t value : CallsBehind(from)) {
    const facts::Value& call = ValueAt(value);
    auto operands = facts::Operands(f_, call);
    if (operands.empty() || operands[0] == kNone || !is_object(RootOf(operands[0], 0))) continue;
    std::vector<uint32_t> rest;
    for (size_t i = 1; i < operands.size(); ++i)
      if (operands[i] != kNone && (ValueAt(operands[i]).flags() & facts::kImplicit) == 0) rest.push_back(operands[i]);
    bool another = false;
    for (const CallRow* row : vocabulary_.RowsOf(id_, value)) {
      another |= row->role == Role::kPrepare || row->role == Role::kQuery;
      if (row->role == Role::kExecute) kept = false;
    }
    if (another) break;
    if (rest.empty()) continue;
    const ValuePath first = paths_.Of(id_, rest[0]);
    const ValueKind kind = ValueAt(rest[0]).kind();
    if (rest.size() >= 2 && first.root == ValuePath::kLiteral) {
      if (kind == ValueKind::Integer) by_number_.try_emplace(ValueAt(rest[0]).number(), BoundOf(rest[1]));
      else by_name_.try_emplace(std::string(WithoutMark(first.steps)), BoundOf(rest[1]));
    } else if (rest.size() == 1 && call.ref() != kNone &&
               SpeaksOfBinding(facts::Text(program_.UnitOf(id_), program_.UnitOf(id_).symbols()->Get(call.ref())->name()))) {
      added.push_back({first, rest[0]});
    }
  }
  if (in_order_.empty()) in_order_ = std::move(added);
  const bool bound = !in_order_.empty() || !by_number_.empty() || !by_name_.empty();
  for_later_ = kept || (!prepares && wants_values && !bound && kept_elsewhere);
}

BoundValues::Bound BoundValues::Find(size_t ordinal, std::string_view name) const {
  if (const auto named = by_name_.find(WithoutMark(name)); named != by_name_.end()) return named->second;
  if (!by_number_.empty()) {
    const int64_t first = by_number_.begin()->first == 0 ? 0 : 1;
    const auto numbered = by_number_.find(static_cast<int64_t>(ordinal) + first);
    return numbered == by_number_.end() ? Bound{} : numbered->second;
  }
  return ordinal < in_order_.size() ? in_order_[ordinal] : Bound{};
}

}  // namespace backlint
