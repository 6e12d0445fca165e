#include "paths/state.h"

#include <algorithm>

namespace backlint::paths {

SymbolValue SourceTable::Of(Source source, uint32_t at, uint32_t place) {
  const auto [entry, added] = ids_.try_emplace({source, at, place}, static_cast<SymbolValue>(sources_.size()));
  if (added) sources_.push_back({source, at, place});
  return entry->second;
}

Content State::Load(PlaceId place, SourceTable* sources) const {
  if (place == kNone) return {};
  if (const Content* content = places.Find(place)) return *content;
  return Symbol(sources->Of(Source::kInitial, 0, place));
}

Fact State::FactOf(const Content& content) const {
  if (content.kind == Content::kNumber) return Exactly(content.number);
  if (content.kind == Content::kAddress) return {.signs = kPositive, .exact = {}, .not_these = {}};
  if (content.kind == Content::kSymbol)
    if (const Fact* fact = facts.Find(content.id)) return *fact;
  return {};
}

bool State::Learn(SymbolValue symbol, facts::Operator op, int64_t number) {
  const auto fact = Compare(FactOf(Symbol(symbol)), op, number);
  if (!fact) return false;
  if (fact->Known()) facts.Set(symbol, *fact);
  return true;
}

bool State::LearnFact(SymbolValue symbol, const Fact& fact) {
  const auto both = Both(FactOf(Symbol(symbol)), fact);
  if (!both) return false;
  if (both->Known()) facts.Set(symbol, *both);
  return true;
}

void State::Settle() {
  const auto settle = [&](auto* object) {      // false: it does not exist
    if (!object->conditional) return true;
    const Signs signs = FactOf(Symbol(object->condition)).signs;
    if ((signs & object->success) == 0) return false;
    if ((signs & ~object->success) == 0) object->conditional = false;
    return true;
  };
  handles.EraseIf([&](auto& entry) {
    Handle& handle = entry.second;
    if (handle.released) return false;
    const Signs signs = FactOf(Symbol(entry.first)).signs;
    if ((signs & handle.valid) == 0) return true;
    if (signs != kAnySign && (signs & ~handle.valid) == 0) {
      handle.conditional = false;
      handle.touched = true;
    }
    const bool conditional = handle.conditional;
    const bool exists = settle(&handle);
    if (conditional && !handle.conditional) handle.touched = true;
    return !exists;
  });
  transactions.EraseIf([&](auto& entry) { return !settle(&entry.second); });
}

void State::Renew(SymbolValue symbol) {
  facts.Erase(symbol);
  handles.Erase(symbol);
  for (auto& [place, content] : places)
    if ((content.kind == Content::kSymbol || content.kind == Content::kTest) && content.id == symbol) content = {};
  // What depends on the old meaning can no longer be decided.
  const auto detach = [&](auto& object) {
    if (object.conditional && object.condition == symbol) object.conditional = false;
  };
  for (auto& [other, handle] : handles) detach(handle);
  for (auto& [place, transaction] : transactions) detach(transaction);
}

bool State::Refers(SymbolValue symbol, const PlaceTable& table) const {
  return std::any_of(places.begin(), places.end(), [&](const auto& entry) {
    return entry.second.kind == Content::kSymbol && entry.second.id == symbol && table.RootOf(entry.first) != Root::kResult;
  });
}

std::vector<uint32_t> State::Key(const PlaceTable& table) const {
  std::vector<uint32_t> key;
  for (const auto& [symbol, handle] : handles) {
    key.push_back(symbol);
    key.push_back(static_cast<uint32_t>(handle.released | handle.escaped << 1 | handle.conditional << 2 | handle.touched << 3 | handle.built_in << 4));
    key.push_back(handle.released_by);
    if (handle.released || handle.escaped) continue;
    for (const auto& [place, content] : places)
      if (content.kind == Content::kSymbol && content.id == symbol && table.RootOf(place) != Root::kResult) key.push_back(place);
    key.push_back(kNone);
  }
  key.push_back(kNone);
  for (const auto& [place, transaction] : transactions) {
    key.insert(key.end(), {place, transaction.begun, static_cast<uint32_t>(transaction.conditional | transaction.used << 1)});
  }
  key.push_back(kNone);
  for (const auto& [place, yes] : ended) key.push_back(place);
  return key;
}

bool State::Join(const State& other, uint32_t block, SourceTable* sources) {
  const auto old_places = places;
  const auto old_facts = facts;
  State mine = *this;      // both sides are read as they were
  facts.EraseIf([](const auto&) { return true; });
  for (const auto& [symbol, fact] : mine.facts)
    if (const Fact* theirs = other.facts.Find(symbol))
      if (Fact either = Either(fact, *theirs); either.Known()) facts.Set(symbol, either);
  std::vector<PlaceId> all;
  for (const auto& [place, content] : mine.places) all.push_back(place);
  for (const auto& [place, content] : other.places)
    if (!mine.places.Find(place)) all.push_back(place);
  for (PlaceId place : all) {
    const Content a = mine.Load(place, sources), b = other.Load(place, sources);
    if (a == b) {
      places.Set(place, a);
      continue;
    }
    const SymbolValue joined = sources->Of(Source::kJoined, block, place);
    places.Set(place, Symbol(joined));
    const Fact either = Either(mine.FactOf(a), other.FactOf(b));
    if (either.Known()) facts.Set(joined, either);
    else facts.Erase(joined);
  }
  return !(places == old_places) || !(facts == old_facts);
}

}  // namespace backlint::paths
