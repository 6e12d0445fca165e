#include "flow/text.h"

#include <algorithm>
#include <functional>

namespace backlint::flow {
namespace {

size_t Bytes(const Text& text) {
  size_t bytes = 0;
  for (const Piece& piece : text) bytes += piece.text.size();
  return bytes;
}

bool SameHole(const HolePtr& a, const HolePtr& b) {
  if (a == b) return true;
  if (!a || !b) return false;
  if (a->origin != b->origin || a->function != b->function || a->index != b->index || a->symbol != b->symbol ||
      a->source != b->source || a->escapes != b->escapes || a->quotes != b->quotes || a->checked != b->checked || a->joined != b->joined ||
      a->name != b->name || a->inner.size() != b->inner.size())
    return false;
  for (size_t i = 0; i < a->inner.size(); ++i)
    if (!Same(a->inner[i], b->inner[i])) return false;
  return true;
}

constexpr size_t kMostLeftOut = 64;      // holes that are remembered

// Cut by a limit; a part that was left out for another reason has nothing inside.
bool EndsEarly(const Text& text) {
  return !text.empty() && text.back().hole && text.back().hole->origin == Origin::kMore && !text.back().hole->inner.empty();
}

// The end of the text becomes one hole, which knows what it stands for.
void LeaveOut(Text* text, const Text& more) {
  Hole rest;
  rest.origin = Origin::kMore;
  if (EndsEarly(*text)) {
    rest = *text->back().hole;
    text->pop_back();
  }
  if (rest.inner.empty()) rest.inner.emplace_back();
  for (const Piece& piece : more)
    if (piece.hole && rest.inner[0].size() < kMostLeftOut) rest.inner[0].push_back(piece);
  text->push_back(MakeHole(std::move(rest)));
}

template <typename Change>
TextSet ChangeHoles(const TextSet& set, const Change& change) {
  TextSet result = set;
  for (Text& text : result)
    for (Piece& piece : text)
      if (piece.hole) {
        Hole copy = *piece.hole;
        if (change(&copy)) piece.hole = std::make_shared<const Hole>(std::move(copy));
      }
  return result;
}

}  // namespace

Piece Literal(std::string_view text) { return {std::string(text), nullptr}; }
Piece MakeHole(Hole hole) { return {"", std::make_shared<const Hole>(std::move(hole))}; }
TextSet One(Text text) { return TextSet{std::move(text)}; }

bool IsLiteral(const Text& text) {
  return std::none_of(text.begin(), text.end(), [](const Piece& piece) { return piece.hole != nullptr; });
}

bool AllLiteral(const TextSet& set) { return !set.empty() && std::all_of(set.begin(), set.end(), IsLiteral); }

std::string LiteralText(const Text& text) {
  std::string all;
  for (const Piece& piece : text) all += piece.text;
  return all;
}

bool Same(const Text& a, const Text& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i)
    if (a[i].text != b[i].text || !SameHole(a[i].hole, b[i].hole)) return false;
  return true;
}

uint64_t Fingerprint(const Text& text) {
  uint64_t all = text.size();
  const auto add = [&](uint64_t value) {
    all = (all ^ value) * 0x9e3779b97f4a7c15u;
    all ^= all >> 29;
  };
  const auto add_text = [&](const std::string& value) { add(std::hash<std::string>()(value)); };
  for (const Piece& piece : text) {
    add_text(piece.text);
    if (!piece.hole) continue;
    const Hole& hole = *piece.hole;
    add(static_cast<uint64_t>(hole.origin) + 1);
    add(static_cast<uint64_t>(hole.source));
    add(static_cast<uint64_t>(hole.escapes) * 4 + hole.quotes * 2 + hole.checked);
    add(static_cast<uint64_t>(hole.function) << 32 | hole.index);
    add(hole.symbol);
    add(static_cast<uint64_t>(hole.joined.line) << 32 | hole.joined.column);
    add_text(hole.joined.path);
    add_text(hole.name);
    for (const Text& inner : hole.inner) add(Fingerprint(inner));
  }
  return all;
}

const Hole* OnlyHole(const Text& text) { return text.size() == 1 ? text[0].hole.get() : nullptr; }

void Append(Text* text, const Text& more) {
  size_t bytes = Bytes(*text);
  for (const Piece& piece : more) {
    if (text->size() >= kMostPieces || bytes + piece.text.size() > kMostBytes || EndsEarly(*text)) {
      LeaveOut(text, more);
      return;
    }
    bytes += piece.text.size();
    if (!piece.hole && piece.text.empty()) continue;
    if (!piece.hole && !text->empty() && !text->back().hole) text->back().text += piece.text;
    else text->push_back(piece);
  }
}

TextSet Concat(const TextSet& a, const TextSet& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  TextSet all;
  for (const Text& left : a)
    for (const Text& right : b) {
      Text joined = left;
      Append(&joined, right);
      Merge(&all, One(std::move(joined)));
    }
  return all;
}

int Weight(const Text& text) {
  int weight = 0;
  for (const Piece& piece : text) {
    if (!piece.hole) continue;
    const bool harmless = piece.hole->checked || piece.hole->origin == Origin::kNumber || piece.hole->origin == Origin::kHarmless;
    weight = std::max(weight, harmless ? 1 : piece.hole->origin == Origin::kSource ? 3 : 2);
  }
  return weight;
}

bool Merge(TextSet* set, const TextSet& more) {
  bool changed = false;
  for (const Text& text : more) {
    if (std::any_of(set->begin(), set->end(), [&](const Text& other) { return Same(other, text); })) continue;
    if (set->size() < kMostAlternatives) {
      set->push_back(text);
      changed = true;
      continue;
    }
    const auto lightest = std::min_element(set->begin(), set->end(), [](const Text& x, const Text& y) { return Weight(x) < Weight(y); });
    if (Weight(*lightest) >= Weight(text)) continue;
    *lightest = text;
    changed = true;
  }
  return changed;
}

TextSet Joined(const TextSet& set, const Place& place, FunctionId function) {
  return ChangeHoles(set, [&](Hole* hole) {
    if (hole->joined.line != 0) return false;
    hole->joined = place;
    hole->joined_in = function;
    return true;
  });
}

TextSet Parts(const TextSet& set) {
  TextSet result = set;
  for (Text& text : result)
    if (const Hole* only = OnlyHole(text); only && !only->part) {
      Hole copy = *only;
      copy.part = true;
      text = {MakeHole(std::move(copy))};
    }
  return result;
}

TextSet Escaped(const TextSet& set, EscapeFor escapes) {
  return ChangeHoles(set, [&](Hole* hole) {
    if (hole->checked || hole->origin == Origin::kNumber || hole->origin == Origin::kHarmless || hole->origin == Origin::kEscaped) return false;
    Hole inner = *hole;
    hole->inner = {Text{MakeHole(std::move(inner))}};
    hole->origin = Origin::kEscaped;
    hole->escapes = escapes;
    hole->quotes = false;
    return true;
  });
}

TextSet Checked(const TextSet& set) {
  return ChangeHoles(set, [](Hole* hole) { return hole->checked ? false : (hole->checked = true); });
}

}  // namespace backlint::flow
