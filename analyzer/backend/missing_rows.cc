#include "backend/missing_rows.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "sql/hole_position.h"

namespace backlint {
namespace {

constexpr int kMostCallers = 4;      // outwards

// How many texts that begin like a statement a piece can be.
class Counter {
 public:
  explicit Counter(const flow::TextFacts& facts) : facts_(facts) {}

  uint64_t Count(const flow::Piece& piece, int depth = 0) {
    if (!piece.hole) return sql::BeginsStatement(piece.text) ? 1 : 0;
    const flow::Hole& hole = *piece.hole;
    if (hole.origin != flow::Origin::kParameter || depth == kMostCallers || hole.function >= facts_.incoming.size()) return 0;
    const auto [known, added] = known_.try_emplace({hole.function, hole.index}, 0);      // 0 for a call of itself, too
    if (!added) return known->second;
    uint64_t count = 0;
    for (const flow::CallTexts& call : facts_.incoming[hole.function])
      if (hole.index < call.texts.size() && !call.texts[hole.index].empty() && !call.texts[hole.index][0].empty())
        count += Count(call.texts[hole.index][0][0], depth + 1);
    return known->second = count;
  }

 private:
  const flow::TextFacts& facts_;
  std::map<std::pair<FunctionId, uint32_t>, uint64_t> known_;
};

Place PlaceOf(const Program& program, const CallSite& site) {
  const ProgramFunction& caller = program.functions()[site.caller];
  return program.PlaceOf(caller.unit, caller.facts->values()->Get(site.value)->location());
}

}  // namespace

std::vector<UnknownTaker> FindUnknownTakers(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts) {
  const Program& program = vocabulary.program();
  Counter counter(facts);
  std::map<std::string_view, UnknownTaker> by_name;
  for (const flow::HandedText& handed : facts.handed) {
    const uint64_t statements = counter.Count(handed.beginning);
    if (statements == 0) continue;
    const std::string_view name = program.symbols()[handed.callee].qualified;
    if (name.empty() || name.starts_with("__")) continue;      // the compiler's own
    UnknownTaker& taker = by_name[name];
    const Place place = PlaceOf(program, handed.site);
    if (taker.statements == 0 || place < taker.place) taker.place = place;
    taker.function = name;
    taker.statements += statements;
  }
  std::vector<UnknownTaker> takers;
  for (auto& [name, taker] : by_name) takers.push_back(std::move(taker));
  std::stable_sort(takers.begin(), takers.end(), [](const UnknownTaker& a, const UnknownTaker& b) { return a.statements > b.statements; });
  return takers;
}

std::vector<UnmetRow> FindUnmetRows(const Program& program, const Models& models, size_t first) {
  std::vector<UnmetRow> unmet;
  if (first >= models.libraries().size()) return unmet;
  const flow::Vocabulary vocabulary(program, models);
  std::set<const void*> met;
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const auto& values = *program.functions()[id].facts->values();
    for (uint32_t value = 0; value < values.size(); ++value)
      if (values[value]->kind() == facts::ValueKind::Call || values[value]->kind() == facts::ValueKind::Construct)
        for (const CallRow* row : vocabulary.RowsOf(id, value)) met.insert(row);
  }
  for (uint32_t unit = 0; unit < program.unit_count(); ++unit)
    for (uint32_t type = 0; type < program.unit(unit).types()->size(); ++type)
      if (const TypeRow* row = vocabulary.TypeRowOf(unit, type)) met.insert(row);
  for (const auto& library : models.libraries().subspan(first)) {
    for (const CallRow& row : library->calls)
      if (!met.count(&row)) unmet.push_back({row.function, row.place});
    for (const TypeRow& row : library->types)
      if (!met.count(&row)) unmet.push_back({row.type, row.place});
  }
  return unmet;
}

}  // namespace backlint
