#include "backend/course.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sql/name_comparison.h"
#include "sql/placeholder.h"

namespace backlint {
namespace {

using facts::OpKind;
using sql::StatementKind;

constexpr size_t kMostAccesses = 48;     // of one function
constexpr size_t kMostTargets = 3;       // of one call: with more, nobody can say what it does
constexpr size_t kMostNotes = 5;         // calls between a function and the query

bool IsDefinition(StatementKind kind) {
  switch (kind) {
    case StatementKind::kCreateTable: case StatementKind::kCreateIndex: case StatementKind::kAlterTable: case StatementKind::kDropTable:
    case StatementKind::kRename: case StatementKind::kCreateOther: case StatementKind::kCreateView: return true;
    default: return false;
  }
}

bool TakesLocks(const sql::Statement& statement) {
  return statement.kind == StatementKind::kLockTables ||
         std::any_of(statement.blocks.begin(), statement.blocks.end(), [](const sql::Block& block) { return block.lock != sql::RowLock::kNone; });
}

// The hole in a value: in the quotes, or in its place.
const QueryHole* HoleIn(const QueryWay& way, const sql::Script& script, const sql::Value& value) {
  const size_t begin = static_cast<size_t>(value.text.data() - script.text().data());
  size_t at = 0;
  const QueryHole* found = nullptr;
  for (const QueryPiece& piece : way.pieces) {
    if (piece.hole < 0) {
      at += piece.text.size();
      continue;
    }
    const bool inside = value.text.empty() ? at == begin : at > begin && at < begin + value.text.size();
    if (inside && found != nullptr) return nullptr;
    if (inside) found = &way.holes[static_cast<size_t>(piece.hole)];
  }
  return found;
}

}  // namespace

bool TakesNamedLock(const Query& query) {
  if (query.text.verb == "LOCK") return true;
  // A call of the database, not a table that is called alike.
  const std::string text = sql::LowerCase(Display(query.text));
  const auto is_name = [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  for (size_t open = text.find('('); open != text.npos; open = text.find('(', open + 1)) {
    size_t end = open;
    while (end > 0 && text[end - 1] == ' ') --end;
    size_t begin = end;
    while (begin > 0 && is_name(text[begin - 1])) --begin;
    const std::string_view function = std::string_view(text).substr(begin, end - begin);
    if (function == "get_lock" || function.starts_with("pg_advisory_") || function.starts_with("pg_try_advisory_")) return true;
  }
  return false;
}

const sql::Table* Access::table() const {
  const sql::Block* root = statement->Root();
  if (root == nullptr) return nullptr;
  const sql::Table* only = nullptr;
  for (const sql::Table& table : root->tables) {
    if (!table.IsReal() || table.has_hole) return nullptr;
    if (Writes() && !table.written) continue;
    if (only != nullptr) return nullptr;
    only = &table;
  }
  return only;
}

Courses::Courses(const flow::Vocabulary& vocabulary, const ValuePaths& paths, const QuerySites& sites, const std::vector<Query>& queries,
                 const TransactionCover& cover, std::deque<sql::Script>* scripts, bool with_transactions)
    : vocabulary_(vocabulary), program_(vocabulary.program()), paths_(paths), sites_(sites), queries_(queries), cover_(cover), scripts_(scripts),
      with_transactions_(with_transactions), courses_(program_.functions().size()), defines_(program_.functions().size()), locks_rows_(program_.functions().size()),
      serializable_(program_.functions().size()), ends_(program_.functions().size()) {
  ReadQueries(queries);
  for (const auto& component : program_.BottomUp())
    for (const FunctionId id : component) Walk(id);
}

// The text as its own function knows it, so that its holes are values of that function.
void Courses::ReadQueries(const std::vector<Query>& queries) {
  for (const Query& query : queries) {
    Reading& reading = readings_.emplace_back();
    std::vector<sql::Segment> segments;
    for (const QueryPiece& piece : query.text.pieces) segments.push_back({piece.hole >= 0, piece.text});
    sql::Script& script = scripts_->emplace_back(segments, query.dialect);
    reading.script = &script;
    if (script.statements().size() != 1) continue;
    reading.statement = &script.statements()[0];
    reading.placeholders = sql::Placeholders(script, *reading.statement).count();
  }
}

Place Courses::PlaceOf(FunctionId function, uint32_t value) const {
  const ProgramFunction& f = program_.functions()[function];
  return program_.PlaceOf(f.unit, f.facts->values()->Get(value)->location());
}

void Courses::Walk(FunctionId id) {
  const facts::Function& f = *program_.functions()[id].facts;
  const auto sites = sites_.find(id);
  std::vector<uint32_t> calls;
  for (const facts::Op* op : *f.ops())
    if (op->kind() == OpKind::Call && op->value() != kNone) calls.push_back(op->value());
  std::stable_sort(calls.begin(), calls.end(), [&](uint32_t a, uint32_t b) {
    const facts::Location &x = f.values()->Get(a)->location(), &y = f.values()->Get(b)->location();
    return std::pair(x.line(), x.column()) < std::pair(y.line(), y.column());
  });
  for (const uint32_t call : calls) {
    const QuerySite* site = nullptr;
    if (sites != sites_.end())
      for (const QuerySite& one : sites->second)
        if (one.value == call) site = &one;
    if (site != nullptr) AddDirect(id, *site);
    else AddCalled(id, call);
  }
}

void Courses::AddDirect(FunctionId id, const QuerySite& site) {
  const Query& query = queries_[site.query];
  const Reading& reading = readings_[site.query];
  if (TakesNamedLock(query)) locks_rows_[id] = true;
  if (reading.statement == nullptr) {
    for (const sql::Statement& statement : reading.script->statements()) defines_[id] = defines_[id] || IsDefinition(statement.kind);
    return;
  }
  const sql::Statement& statement = *reading.statement;
  if (IsDefinition(statement.kind)) defines_[id] = true;
  if (statement.transaction.isolation == sql::Isolation::kSerializable) serializable_[id] = true;
  if (statement.kind == StatementKind::kCommit) ends_[id] = true;
  if (TakesLocks(statement)) locks_rows_[id] = true;
  if (!query.understood || courses_[id].size() >= kMostAccesses) return;
  Access access;
  access.query = site.query;
  access.script = reading.script;
  access.statement = &statement;
  if ((!access.Writes() && statement.kind != StatementKind::kSelect) || access.table() == nullptr) return;
  access.value = site.value;
  access.place = PlaceOf(id, site.value);
  access.connection = ConnectionOf(id, site.value);
  const BoundValues bound(paths_, vocabulary_, id, site, reading.placeholders);
  if (bound.IsForLater()) return;
  AddKeys(query, reading, bound, &access);
  courses_[id].push_back(std::move(access));
}

void Courses::AddKeys(const Query& query, const Reading& reading, const BoundValues& bound, Access* access) const {
  const sql::Block& root = *access->statement->Root();
  const sql::Placeholders placeholders(*reading.script, *access->statement);
  const auto path_of = [&](const sql::Value& value) -> ValuePath {
    if (value.kind == sql::ValueKind::kLiteral) return {ValuePath::kLiteral, kNone, 0, std::string(value.text)};
    if (value.kind == sql::ValueKind::kPlaceholder) return bound.Of(placeholders.OrdinalOf(value.text), value.text);
    if (value.kind != sql::ValueKind::kHole) return {};
    const QueryHole* hole = HoleIn(query.text, *reading.script, value);
    return hole == nullptr ? ValuePath{} : paths_.Of(*hole);
  };
  for (const sql::Predicate& predicate : root.predicates)
    if (predicate.conjunct && predicate.column != sql::kNone && predicate.function.empty() && predicate.place == sql::Place::kWhere &&
        (predicate.comparison == sql::Comparison::kEqual || predicate.comparison == sql::Comparison::kNullSafeEqual))
      access->keys.push_back({root.columns[static_cast<size_t>(predicate.column)].name, path_of(predicate.other), false});
  for (const sql::Assignment& assignment : root.assignments)
    if (!assignment.on_conflict) access->keys.push_back({assignment.column, path_of(assignment.value), true});
}

// The object of the call, or its first argument in C.
ValuePath Courses::ConnectionOf(FunctionId id, uint32_t call) const {
  const facts::Function& f = *program_.functions()[id].facts;
  const facts::Value& value = *f.values()->Get(call);
  const uint32_t unit = program_.functions()[id].unit;
  auto operands = facts::Operands(f, value);
  for (const uint32_t operand : operands) {
    if (operand == kNone) continue;
    const TypeRow* row = vocabulary_.TypeRowOf(unit, f.values()->Get(operand)->type());
    if (row && row->role == TypeRole::kConnection) return paths_.Of(id, operand);
  }
  return operands.empty() || operands[0] == kNone ? ValuePath{} : paths_.Of(id, operands[0]);
}

void Courses::AddCalled(FunctionId id, uint32_t call) {
  const facts::Value& value = *program_.functions()[id].facts->values()->Get(call);
  // What a value means when it is called differs from caller to caller.
  if ((value.flags() & facts::kHasCallee) != 0) return;
  const std::vector<FunctionId> targets = program_.Targets(id, call);
  if (targets.size() > kMostTargets) return;
  for (const FunctionId target : targets) {
    if (target == id) continue;
    if (defines_[target]) defines_[id] = true;
    if (locks_rows_[target]) locks_rows_[id] = true;
    if (serializable_[target] && !ends_[target]) serializable_[id] = true;
    for (const Access& inner : courses_[target]) {
      if (courses_[id].size() >= kMostAccesses) return;
      if (inner.path.size() >= kMostNotes || (!with_transactions_ && cover_.IsOpenAt(target, inner.value))) continue;
      Access access = inner;
      access.value = call;
      access.place = PlaceOf(id, call);
      const std::string_view what = inner.path.empty() ? "runs the statement" : "goes on";
      access.path.insert(access.path.begin(), {inner.place, fmt::format("`{}` {} here", program_.FunctionName(target), what)});
      for (AccessKey& key : access.keys) key.path = paths_.Outward(key.path, target, id, call);
      access.connection = paths_.Outward(access.connection, target, id, call);
      courses_[id].push_back(std::move(access));
    }
  }
}

}  // namespace backlint
