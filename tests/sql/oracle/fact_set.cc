#include "fact_set.h"

#include <algorithm>
#include <cstdio>

#include "sql/name_comparison.h"

namespace backlint::sql {
namespace {

constexpr size_t kMissesKept = 400;

std::string Joined(const std::multiset<std::string>& values) {
  std::string text;
  for (const std::string& value : values) (text += text.empty() ? "" : " ") += value;
  return text;
}

class Collector {
 public:
  explicit Collector(const Statement& statement) : statement_(statement) {}

  FactSet Collect() {
    Add("kind", Name(statement_.kind));
    for (const Table* table : TablesOf(statement_)) {
      Add("tables", table->name);
      if (table->written) Add("written", table->name);
    }
    for (const Block& block : statement_.blocks) AddBlock(block);
    if (statement_.conflict.on_conflict)
      Add("conflict", statement_.conflict.action == ConflictAction::kUpdate ? "update" : "nothing");
    for (const std::string_view column : statement_.conflict.target) Add("conflict columns", column);
    if (statement_.returning) Add("returning", "yes");
    for (const Operation& operation : statement_.operations) AddOperation(operation);
    return std::move(facts_);
  }

 private:
  void Add(const std::string& name, std::string_view value) { facts_[name].insert(LowerCase(value)); }

  void AddBlock(const Block& block) {
    for (const ColumnUse& use : block.columns) {
      if (use.place == Place::kWhere) Add("where columns", use.name);
      if (use.place == Place::kOn) Add("on columns", use.name);
      if (use.place == Place::kHaving) Add("having columns", use.name);
      if (use.place == Place::kOrder) Add("order columns", use.name);
      if (use.place == Place::kGroup) Add("group columns", use.name);
      if (use.owner != kNone && use.sure && (use.place == Place::kWhere || use.place == Place::kOn) && !use.table.empty())
        Add("owners",
            std::string(use.table) + "=" + std::string(statement_.blocks[use.owner_block].tables[use.owner].KnownAs()));
    }
    for (const Predicate& predicate : block.predicates) {
      const bool plain = predicate.conjunct && predicate.function.empty() && predicate.place == Place::kWhere &&
                         predicate.comparison != Comparison::kTruth;
      if (plain)
        Add("conjuncts", std::string(block.columns[predicate.column].name) + " " + std::string(Name(predicate.comparison)));
    }
    for (const SortTerm& term : block.order)
      if (term.descending) Add("descending", "yes");
    if (block.limit.kind != ValueKind::kNone) Add("limit", block.limit.kind == ValueKind::kLiteral ? block.limit.text : "?");
    if (block.offset.kind != ValueKind::kNone)
      Add("offset", block.offset.kind == ValueKind::kLiteral ? block.offset.text : "?");
    if (block.lock != RowLock::kNone) Add("row lock", block.lock == RowLock::kUpdate ? "update" : "share");
    if (block.distinct) Add("distinct", "yes");
    if (block.kind == BlockKind::kSelect && !block.items.empty()) Add("items", std::to_string(block.items.size()));
    for (const SelectItem& item : block.items)
      if (item.is_star) Add("stars", item.star);
    for (const Assignment& assignment : block.assignments)
      if (!assignment.column.empty()) Add("assigned", assignment.column);
    if (block.kind == BlockKind::kInsert && block.rows > 0) Add("rows", std::to_string(block.rows));
  }

  void AddKey(const Key& key, std::string_view column) {
    std::string columns(column);
    for (const KeyPart& part : key.parts) (columns += ' ') += part.column.empty() ? "()" : part.column;
    if (key.kind == KeyKind::kPrimary) Add("primary keys", columns);
    if (key.kind == KeyKind::kUnique) Add("unique keys", columns);
    if (key.kind == KeyKind::kForeign) Add("foreign keys", columns + " " + std::string(key.reference.table.name));
  }

  void AddOperation(const Operation& operation) {
    if (operation.kind == OperationKind::kCreateTable) {
      for (const ColumnDefinition& column : operation.columns) {
        Add("created columns", column.name);
        if (column.not_null) Add("not null", column.name);
        if (column.default_kind != DefaultKind::kNone) Add("defaults", column.name);
        if (column.generated != Generated::kNo) Add("generated", column.name);
        for (const Key& key : column.keys) AddKey(key, std::string(1, ' ').append(column.name));
      }
      for (const Key& key : operation.keys) AddKey(key, "");
    } else if (operation.kind == OperationKind::kCreateIndex) {
      std::string text(operation.object.name);
      const Key& key = operation.keys.front();
      for (const KeyPart& part : key.parts) (text += ' ') += part.column.empty() ? "()" : part.column;
      if (key.kind == KeyKind::kUnique) text += " unique";
      if (!key.where.empty()) text += " where";
      if (operation.concurrently) text += " concurrently";
      Add("index", text);
    } else if (statement_.kind == StatementKind::kAlterTable) {
      Add("alterations", Name(operation.kind));
    }
  }

  const Statement& statement_;
  FactSet facts_;
};

}  // namespace

FactSet FactsOf(const Statement& statement) { return Collector(statement).Collect(); }

void Agreement::Add(const FactSet& ours, const FactSet& theirs, const std::vector<std::string>& names,
                    std::string_view statement) {
  static const std::multiset<std::string> kEmpty;
  for (const std::string& name : names) {
    const auto a = ours.find(name), b = theirs.find(name);
    const auto& mine = a == ours.end() ? kEmpty : a->second;
    const auto& other = b == theirs.end() ? kEmpty : b->second;
    if (mine.empty() && other.empty()) continue;
    Row& row = rows_[name];
    ++row.all;
    row.agreed += mine == other;
    if (mine != other && row.misses.size() < kMissesKept)
      row.misses.push_back(std::string("ours [") + Joined(mine) + "] theirs [" + Joined(other) + "] in " +
                           std::string(statement.substr(0, 400)));
  }
}

void Agreement::AddGrade(const Statement& statement, std::string_view text) {
  ++statements_;
  parsed_ += statement.grade == Grade::kParsed;
  Row& row = rows_["parsed"];
  if (statement.grade != Grade::kParsed && row.misses.size() < kMissesKept)
    row.misses.push_back(std::string(statement.doubt) + " at `" +
                         std::string(text.substr(std::min<size_t>(statement.doubt_offset - statement.begin, text.size()), 30)) +
                         std::string("` in ") + std::string(text.substr(0, 400)));
}

void Agreement::Print(size_t misses) const {
  std::printf("%s: %zu statements taken by both, %zu rejected by the engine, %.2f %% graded parsed\n", engine_.c_str(),
              statements_, rejected_, ParsedShare());
  for (const auto& [name, row] : rows_) {
    if (row.all > 0)
      std::printf("  %-18s %8zu  %7.2f %%\n", name.c_str(), row.all,
                  100.0 * static_cast<double>(row.agreed) / static_cast<double>(row.all));
  }
  for (const auto& [name, row] : rows_) {
    for (size_t i = 0; i < row.misses.size() && i < misses; ++i)
      std::printf("  miss %s: %s\n", name.c_str(), row.misses[i].c_str());
  }
}

double Agreement::Share(const std::string& name) const {
  const auto row = rows_.find(name);
  return row == rows_.end() || row->second.all == 0
             ? 100.0
             : 100.0 * static_cast<double>(row->second.agreed) / static_cast<double>(row->second.all);
}

size_t Agreement::Count(const std::string& name) const {
  const auto row = rows_.find(name);
  return row == rows_.end() ? 0 : row->second.all;
}

double Agreement::ParsedShare() const {
  return statements_ == 0 ? 100.0 : 100.0 * static_cast<double>(parsed_) / static_cast<double>(statements_);
}

}  // namespace backlint::sql
