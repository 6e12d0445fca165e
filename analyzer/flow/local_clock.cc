// Numbers that are parts of a local time: they stay known as such, so that a statement made of them can be. And local times that calls
// are given, which may bind them.
#include "flow/walker.h"

namespace backlint::flow {

using facts::ValueKind;

// The local time that a number is a part of: `local->tm_year + 1900`.
const Hole* Walker::ClockBehind(uint32_t index, int depth) {
  if (index == kNone || depth > 4) return nullptr;
  const facts::Value& value = ValueAt(index);
  const auto operands = facts::Operands(f_, value);
  if (operands.empty()) return nullptr;
  if (value.kind() != ValueKind::Member) {
    const bool passes = value.kind() == ValueKind::Binary || value.kind() == ValueKind::Cast;
    return passes ? ClockBehind(operands[0], depth + 1) : nullptr;
  }
  const uint32_t base = operands[0];
  if (base == kNone) return nullptr;
  const auto answer = answers_.find(base);
  const PlaceKey place = answer == answers_.end() ? PlaceOfValue(base) : PlaceKey();
  const TextSet* set = answer != answers_.end() ? &answer->second : place.empty() ? nullptr : state_.Find(state_.Resolve(place));
  const Hole* only = set == nullptr || set->size() != 1 ? nullptr : OnlyHole(set->front());
  return only != nullptr && only->source == SourceKind::kClock ? only : nullptr;
}

// A call is given local time; that may bind it to a statement.
void Walker::NoteClock(uint32_t operand, const TextSet& set) {
  if (!recording_ || !final_ || set.size() != 1) return;
  const Hole* only = OnlyHole(set[0]);
  if (only != nullptr && only->source == SourceKind::kClock && only->origin != Origin::kNumber) facts_->clocks[{id_, operand}] = set[0][0].hole;
}

TextSet Walker::Number(uint32_t index) {
  Hole hole = HoleOf(index, Origin::kNumber);
  if (const Hole* clock = ClockBehind(index, 0)) {
    hole.source = SourceKind::kClock;
    hole.from = clock->from;
  }
  return One({MakeHole(std::move(hole))});
}

}  // namespace backlint::flow
