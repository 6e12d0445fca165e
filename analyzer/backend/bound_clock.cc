#include "backend/bound_clock.h"

#include <algorithm>
#include <set>

#include "backend/bound_values.h"
#include "sql/placeholder.h"

namespace backlint {
namespace {

constexpr int kMostCalls = 4;      // between where the clock is read and where it is bound

class Marker {
 public:
  Marker(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts)
      : vocabulary_(vocabulary), program_(vocabulary.program()), facts_(facts), paths_(vocabulary) {
    for (const auto& [value, hole] : facts.clocks) concerned_.insert(value.first);
    for (FunctionId id = 0; id < facts.incoming.size(); ++id)
      if (std::any_of(facts.incoming[id].begin(), facts.incoming[id].end(), [](const flow::CallTexts& call) {
            return std::any_of(call.texts.begin(), call.texts.end(), [](const flow::TextSet& set) { return ClockIn(set) != nullptr || Waits(set); });
          }))
        concerned_.insert(id);
  }

  void Mark(FunctionId id, const QuerySite& site, Query* query) const {
    if (concerned_.count(id) == 0 || !query->understood) return;
    std::vector<sql::Segment> segments;
    for (const QueryPiece& piece : query->text.pieces) segments.push_back({piece.hole >= 0, piece.text});
    const sql::Script script(segments, query->dialect);
    if (script.statements().size() != 1) return;
    const sql::Statement& statement = script.statements()[0];
    const sql::Placeholders placeholders(script, statement);
    const BoundValues bound(paths_, vocabulary_, id, site, placeholders.count());
    const auto note = [&](const sql::Value& value) {
      if (value.kind != sql::ValueKind::kPlaceholder) return;
      const size_t ordinal = placeholders.OrdinalOf(value.text);
      const flow::Hole* clock = ClockOf(id, bound.ValueOf(ordinal, value.text), 0);
      if (clock == nullptr) return;
      const bool formatted = !clock->inner.empty() && flow::IsLiteral(clock->inner[0]);
      query->bound_clocks.push_back({ordinal, std::string(value.text), clock->from, formatted ? flow::LiteralText(clock->inner[0]) : ""});
    };
    for (const sql::Block& block : statement.blocks) {
      for (const sql::Assignment& assignment : block.assignments) note(assignment.value);
      for (const sql::Predicate& predicate : block.predicates) note(predicate.other);
    }
  }

 private:
  static const flow::Hole* ClockIn(const flow::TextSet& set) {
    const flow::Hole* only = set.size() == 1 ? flow::OnlyHole(set[0]) : nullptr;
    return only != nullptr && only->source == SourceKind::kClock && only->origin != flow::Origin::kNumber ? only : nullptr;
  }

  static bool Waits(const flow::TextSet& set) {
    const flow::Hole* only = set.size() == 1 ? flow::OnlyHole(set[0]) : nullptr;
    return only != nullptr && only->origin == flow::Origin::kParameter;
  }

  const flow::Hole* ClockOf(FunctionId id, uint32_t value, int depth) const {
    if (value == kNone) return nullptr;
    if (const auto known = facts_.clocks.find({id, value}); known != facts_.clocks.end()) return known->second.get();
    const ValuePath path = paths_.Of(id, value);
    const bool parameter = path.root == ValuePath::kVariable && path.function == id && path.steps.empty() &&
                           path.index < program_.functions()[id].facts->parameter_count();
    return parameter ? Passed(id, path.index, depth) : nullptr;
  }

  const flow::Hole* Passed(FunctionId id, uint32_t parameter, int depth) const {
    if (depth >= kMostCalls) return nullptr;
    for (const flow::CallTexts& call : facts_.incoming[id]) {
      if (parameter >= call.texts.size()) continue;
      const flow::TextSet& set = call.texts[parameter];
      if (const flow::Hole* clock = ClockIn(set)) return clock;
      if (!Waits(set)) continue;
      const flow::Hole& outer = *flow::OnlyHole(set[0]);
      if (const flow::Hole* clock = Passed(outer.function, outer.index, depth + 1)) return clock;
    }
    return nullptr;
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const flow::TextFacts& facts_;
  const ValuePaths paths_;
  std::set<FunctionId> concerned_;      // that local time is met in, or may be passed to
};

}  // namespace

void MarkBoundClocks(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts, const QuerySites& sites, std::vector<Query>* queries) {
  const Marker marker(vocabulary, facts);
  for (const auto& [id, in_function] : sites)
    for (const QuerySite& site : in_function) marker.Mark(id, site, &(*queries)[site.query]);
}

}  // namespace backlint
