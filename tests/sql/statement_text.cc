#include "statement_text.h"

#include <array>

namespace backlint::sql {
namespace {

class Description {
 public:
  explicit Description(const Statement& statement) : statement_(statement) {}

  std::string Text() {
    out_ = Name(statement_.kind);
    if (statement_.grade == Grade::kPartial) out_ += " partial";
    if (statement_.grade == Grade::kUnknown) out_ += " ungraded";
    for (const Table& table : statement_.named) AddTable(table);
    if (statement_.root != kNoBlock) AddBlock(statement_.root);
    if (statement_.conflict.action != ConflictAction::kNone) {
      constexpr std::array<std::string_view, 5> kActions = {"", "ignore", "update", "replace", "abort"};
      Part("conflict ") += kActions[static_cast<size_t>(statement_.conflict.action)];
      for (const std::string_view column : statement_.conflict.target) out_ += " " + std::string(column);
    }
    if (statement_.returning) Part("returning");
    for (const TimeUse& use : statement_.times) {
      constexpr std::array<std::string_view, 4> kClocks = {"instant", "utc", "session", "local"};
      Part("time ") += kClocks[static_cast<size_t>(use.clock)];
    }
    return out_;
  }

 private:
  std::string& Part(std::string_view text) { return (out_ += "; ") += text; }

  void AddTable(const Table& table) {
    std::string& out = Part(table.written ? "write " : "read ");
    if (table.outer) out += "outer ";
    if (table.cte) out += "cte ";
    if (table.function) out += "function ";
    if (!table.schema.empty()) (out += table.schema) += '.';
    out += table.name.empty() && !table.has_hole ? "derived" : table.name;
    if (table.has_hole) out += "*";
    if (!table.alias.empty()) (out += ' ') += table.alias;
  }

  std::string ColumnText(const Block& block, int32_t index) const {
    const ColumnUse& use = block.columns[index];
    std::string text;
    if (use.owner != kNone) {
      const Table& table = statement_.blocks[use.owner_block].tables[use.owner];
      text += table.name.empty() ? table.alias : table.name;
      text += use.sure ? "." : "?.";
    } else if (!use.table.empty()) {
      (text += use.table) += "!.";
    } else {
      text += "?";
    }
    return (text += use.name) += use.has_hole ? "*" : "";
  }

  static std::string Called(std::string_view function, std::string_view argument) {
    std::string text(function);
    return ((text += '(') += argument) += ')';
  }

  std::string ValueText(const Block& block, const Value& value) const {
    constexpr std::array<std::string_view, 11> kKinds = {"",       "literal",  "null", "default", "placeholder", "hole",
                                                         "column", "subquery", "list", "row",     "expression"};
    std::string text;
    if (value.column != kNone && value.kind != ValueKind::kRow) {
      text = ColumnText(block, value.column);
      return value.kind == ValueKind::kColumn ? text : Called(value.function, text);
    }
    text = kKinds[static_cast<size_t>(value.kind)];
    if (value.kind == ValueKind::kList) text += std::to_string(value.count);
    return text;
  }

  void AddPredicates(const Block& block) {
    for (const Predicate& predicate : block.predicates) {
      std::string& out = Part(predicate.place == Place::kOn ? "on " : predicate.place == Place::kHaving ? "having " : "where ");
      if (!predicate.conjunct) out += "maybe ";
      std::string column = ColumnText(block, predicate.column);
      if (!predicate.function.empty()) column = Called(predicate.function, column);
      ((out += column) += ' ') += Name(predicate.comparison);
      if (predicate.other.kind != ValueKind::kNone) (out += ' ') += ValueText(block, predicate.other);
    }
  }

  void AddTerms(const Block& block, std::string_view title, const std::vector<SortTerm>& terms) {
    for (const SortTerm& term : terms) {
      ((Part(title) += ' ') += ValueText(block, term.value)) += term.descending ? " desc" : "";
    }
  }

  void AddBlock(uint32_t index) {
    const Block& block = statement_.blocks[index];
    if (block.kind == BlockKind::kSetOperation) Part("set ") += block.set_operator;
    for (const Table& table : block.tables) AddTable(table);
    AddItems(block);
    for (const Assignment& assignment : block.assignments) {
      ((Part(assignment.on_conflict ? "update " : "set ") += assignment.column) += " = ") += ValueText(block, assignment.value);
    }
    if (block.rows > 0) Part("rows ") += std::to_string(block.rows);
    AddPredicates(block);
    AddTerms(block, "group", block.group);
    AddTerms(block, "order", block.order);
    if (block.limit.kind != ValueKind::kNone)
      Part("limit ") += block.limit.kind == ValueKind::kLiteral ? block.limit.text : ValueText(block, block.limit);
    if (block.offset.kind != ValueKind::kNone)
      Part("offset ") += block.offset.kind == ValueKind::kLiteral ? block.offset.text : ValueText(block, block.offset);
    if (block.lock != RowLock::kNone)
      Part(block.lock == RowLock::kUpdate ? "for update" : "for share") += block.skip_locked ? " skip"
                                                                           : block.no_wait   ? " nowait"
                                                                                             : "";
    for (uint32_t i = 0; i < statement_.blocks.size(); ++i) {
      const Block& inner = statement_.blocks[i];
      const bool inside =
          inner.parent == index || (inner.parent == kNoBlock && i != statement_.root && index == statement_.root);
      if (!inside) continue;
      out_ += " [";
      const size_t begin = out_.size();
      AddBlock(i);
      if (out_.size() > begin + 1) out_.erase(begin, 2);
      out_ += ']';
    }
  }

  void AddItems(const Block& block) {
    if (block.distinct) Part("distinct");
    if (block.aggregate) Part(block.OneRow() ? "one row" : "aggregate");
    if (block.items.empty()) return;
    std::string& out = Part("items");
    for (const SelectItem& item : block.items) {
      out += ' ';
      if (!item.is_star) out += ValueText(block, item.value);
      if (item.is_star && !item.star.empty()) (out += item.star) += '.';
      if (item.is_star) out += '*';
      if (!item.alias.empty()) (out += ':') += item.alias;
    }
  }

  const Statement& statement_;
  std::string out_;
};

}  // namespace

std::vector<Segment> Segments(std::string_view text) {
  constexpr std::string_view kHole = "§";
  std::vector<Segment> segments;
  while (!text.empty()) {
    const size_t at = text.find(kHole);
    if (at != 0) segments.push_back({false, text.substr(0, at)});
    if (at == std::string_view::npos) break;
    segments.push_back({true, {}});
    text.remove_prefix(at + kHole.size());
  }
  return segments;
}

std::string Describe(const Statement& statement) { return Description(statement).Text(); }

std::string Facts(std::string_view text, Dialect dialect) {
  const std::vector<Segment> segments = Segments(text);
  const Script script(segments, dialect);
  std::string all;
  for (const Statement& statement : script.statements()) (all += all.empty() ? "" : " / ") += Describe(statement);
  return all;
}

}  // namespace backlint::sql
