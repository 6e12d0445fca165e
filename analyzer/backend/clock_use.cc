#include "backend/clock_use.h"

#include <algorithm>
#include <utility>

#include "sql/name_comparison.h"
#include "sql/placeholder.h"

namespace backlint {
namespace {

using sql::SameName;

// `%Y-%m-%d %H:%M`, `yyyy-MM-dd hh:mm`: hours, or a directive that brings them. A format that is named by a number is a full one.
bool TellsHours(std::string_view format) {
  if (format.find_first_not_of("0123456789") == std::string_view::npos) return true;
  for (const std::string_view part : {"H", "h", "%T", "%R", "%X", "%c", "%r", "%I", "%k"})
    if (format.find(part) != std::string_view::npos) return true;
  return false;
}

bool TellsZone(std::string_view format) {
  if (format.find("%z") != std::string_view::npos || format.find("%Z") != std::string_view::npos || format.find("%s") != std::string_view::npos) return true;
  return format.find('%') == std::string_view::npos && format.find('t') != std::string_view::npos;
}

// The holes of one text with the bytes of the script at which they stand.
struct PlacedHole {
  uint32_t offset;
  const QueryHole* hole;
};

class Reader {
 public:
  Reader(const Database& database, std::span<const Query> queries) : database_(database), queries_(queries) {}

  std::vector<ClockUse> Run() {
    for (const SqlStatement& statement : database_.statements()) {
      if (statement.query == SqlStatement::kNoQuery || statement.facts->grade == sql::Grade::kUnknown) continue;
      statement_ = &statement;
      PlaceHoles();
      for (const sql::Block& block : statement.facts->blocks) Read(block);
    }
    return std::move(uses_);
  }

 private:
  void PlaceHoles() {
    holes_.clear();
    const QueryWay& way = queries_[statement_->query].ways[statement_->way];
    uint32_t offset = 0;
    for (const QueryPiece& piece : way.pieces) {
      if (piece.hole >= 0) holes_.push_back({offset, &way.holes[static_cast<size_t>(piece.hole)]});
      else offset += static_cast<uint32_t>(piece.text.size());
    }
  }

  void Read(const sql::Block& block) {
    const bool writes = !block.tables.empty() && block.tables.front().written && block.tables.front().IsReal() && !block.tables.front().has_hole;
    const bool single = block.kind == sql::BlockKind::kInsert || block.tables.size() == 1;
    if (writes && single)
      for (const sql::Assignment& assignment : block.assignments)
        if (!assignment.has_hole) Note(block.tables.front(), assignment.column, assignment.value, true);
    for (const sql::Predicate& predicate : block.predicates) {
      if (predicate.column == sql::kNone || !predicate.function.empty()) continue;
      const sql::ColumnUse& column = block.columns[predicate.column];
      if (column.owner == sql::kNone || !column.sure || column.has_hole) continue;
      const sql::Table& table = statement_->facts->blocks[column.owner_block].tables[column.owner];
      if (table.IsReal() && !table.has_hole) Note(table, column.name, predicate.other, false);
    }
  }

  void Note(const sql::Table& table, std::string_view column, const sql::Value& value, bool stored) {
    ClockUse use;
    use.statement = statement_;
    use.table = table.name;
    use.column = column;
    use.stored = stored;
    if (!ReadsProgramClock(value, &use) && !ReadsDatabaseClock(value, &use)) return;
    if (const sql::SchemaTable* known = database_.FindTable(statement_->script->dialect(), table.schema, table.name)) use.definition = known->FindColumn(column);
    uses_.push_back(std::move(use));
  }

  // Offsets of a value in the text of the script.
  std::pair<size_t, size_t> RangeOf(const sql::Value& value) const {
    const std::string_view text = statement_->script->text();
    if (value.text.data() < text.data() || value.text.data() > text.data() + text.size()) return {1, 0};
    const auto begin = static_cast<size_t>(value.text.data() - text.data());
    return {begin, begin + value.text.size()};
  }

  // A literal that is made of the local clock: one formatted hole, or the parts of a date and a time.
  bool ReadsProgramClock(const sql::Value& value, ClockUse* use) const {
    constexpr size_t kFewestParts = 4;   // year, month, day and an hour
    if (value.kind == sql::ValueKind::kPlaceholder) return ReadsBoundClock(value, use);
    if (value.kind != sql::ValueKind::kHole) return false;
    const auto [begin, end] = RangeOf(value);
    size_t parts = 0;
    const QueryHole* whole = nullptr;
    for (const PlacedHole& placed : holes_) {
      const bool inside = begin == end ? placed.offset == begin : placed.offset > begin && placed.offset < end;
      if (!inside || !placed.hole->local_clock) continue;
      if (placed.hole->clock_part) ++parts;
      else whole = placed.hole;
      use->read = placed.hole->from;
    }
    const bool formatted = whole != nullptr && (whole->clock_format.empty() || (TellsHours(whole->clock_format) && !TellsZone(whole->clock_format)));
    use->local = use->program = true;
    return formatted || (whole == nullptr && parts >= kFewestParts);
  }

  bool ReadsBoundClock(const sql::Value& value, ClockUse* use) const {
    const size_t ordinal = sql::Placeholders(*statement_->script, *statement_->facts).OrdinalOf(value.text);
    for (const BoundClock& clock : queries_[statement_->query].bound_clocks) {
      if (clock.ordinal != ordinal || clock.placeholder != value.text) continue;
      use->local = use->program = true;
      use->read = clock.from;
      return clock.format.empty() || (TellsHours(clock.format) && !TellsZone(clock.format));
    }
    return false;
  }

  bool ReadsDatabaseClock(const sql::Value& value, ClockUse* use) const {
    use->local = use->program = false;
    if (value.text.empty() || (!value.function.empty() && !SameName(value.function, "datetime"))) return false;
    const auto [begin, end] = RangeOf(value);
    for (const sql::TimeUse& time : statement_->facts->times) {
      if (time.offset < begin || time.offset >= end || time.date_only) continue;
      if (time.clock != sql::Clock::kLocal && time.clock != sql::Clock::kUtc) continue;
      use->local = time.clock == sql::Clock::kLocal;
      return true;
    }
    return false;
  }

  const Database& database_;
  std::span<const Query> queries_;
  const SqlStatement* statement_ = nullptr;
  std::vector<PlacedHole> holes_;
  std::vector<ClockUse> uses_;
};

}  // namespace

std::vector<ClockUse> FindClockUses(const Database& database, std::span<const Query> queries) { return Reader(database, queries).Run(); }

}  // namespace backlint
