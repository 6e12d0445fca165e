#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "flow/analyze.h"
#include "flow/substitute.h"

namespace backlint::flow {
namespace {

constexpr size_t kMostCallers = 100;   // length of a chain
constexpr int kMostFields = 4;         // fields that hold fields that ...
constexpr size_t kMostOfOwner = 256;   // ways of a text that begins at one call
constexpr size_t kFewestOfOwner = 8;   // that are followed even when there are too many of all
constexpr size_t kManyMore = 4;        // times as many, and the rest is left out

class Expander {
 public:
  Expander(const Vocabulary& vocabulary, const TextFacts& facts, size_t most, bool* cut)
      : program_(vocabulary.program()), facts_(facts), most_(most), cut_(cut) {}

  std::vector<Expansion> Run(const Sink& sink) {
    for (const Text& text : sink.text)
      for (const Text& filled : WithFields(text, 0)) Outward(filled, Way{});
    return std::move(result_);
  }

 private:
  // A function whose parameters or arguments the text waits for.
  static FunctionId Waiting(const Text& text) {
    for (const Piece& piece : text) {
      if (!piece.hole) continue;
      const Hole& hole = *piece.hole;
      if (hole.origin == Origin::kParameter || hole.origin == Origin::kArguments) return hole.function;
      for (const Text& inner : hole.inner)
        if (const FunctionId function = Waiting(inner); function != kNone) return function;
    }
    return kNone;
  }

  static FunctionId WaitingExcept(const Text& text, const std::vector<FunctionId>& done) {
    for (const Piece& piece : text) {
      const FunctionId function = Waiting(Text{piece});
      if (function != kNone && std::find(done.begin(), done.end(), function) == done.end()) return function;
    }
    return kNone;
  }

  struct Way {
    std::vector<CallSite> callers;
    std::vector<FunctionId> done;
    Text begun;
    size_t owner = kNotBegun;
  };
  static constexpr size_t kNotBegun = static_cast<size_t>(-1);

  void Outward(const Text& text, Way way) {
    if (IsFull(way)) {
      *cut_ = true;
      return;
    }
    const FunctionId function = WaitingExcept(text, way.done);
    const bool ends = function == kNone || way.callers.size() >= kMostCallers || facts_.incoming[function].empty();
    if (way.owner == kNotBegun && (ends || text.empty() || WaitingExcept(Text{text.front()}, way.done) == kNone)) {
      way.owner = way.callers.size();
      way.begun = text;
    }
    if (function == kNone || way.callers.size() >= kMostCallers) {
      *cut_ = *cut_ || (function != kNone && !facts_.incoming[function].empty());
      ++of_owner_[OwnerOf(way)];
      result_.push_back({text, std::move(way.callers), std::move(way.begun), way.owner, Waiting(text) == kNone});
      return;
    }
    way.done.push_back(function);
    if (facts_.incoming[function].empty()) return Outward(text, std::move(way));
    // Wrappers of wrappers lead to one caller over many ways: what it passes is the same on each.
    if (!seen_.insert({function, OwnerOf(way), Fingerprint(text)}).second) return;
    for (const CallTexts& call : facts_.incoming[function]) {
      Way outer = way;
      outer.callers.push_back(call.site);
      // The alternatives of one call are bounded, so that they cannot crowd out other calls.
      TextSet texts;
      for (const Text& filled : Substitute(One(text), function, call.texts, PointOf(call.site))) Merge(&texts, WithFields(filled, 0));
      for (const Text& whole : texts) Outward(whole, outer);
    }
  }

  using Owner = std::pair<FunctionId, uint32_t>;
  static Owner OwnerOf(const Way& way) {
    if (way.owner == kNotBegun || way.owner == 0) return {kNone, way.owner == 0 ? 0 : kNone};
    const CallSite& site = way.callers[way.owner - 1];
    return {site.caller, site.value};
  }

  // A text with very many ways must not leave nothing to those that begin elsewhere.
  bool IsFull(const Way& way) const {
    if (result_.size() >= most_ * kManyMore) return true;
    const auto count = way.owner == kNotBegun ? of_owner_.end() : of_owner_.find(OwnerOf(way));
    return count != of_owner_.end() && count->second >= (result_.size() < most_ ? kMostOfOwner : kFewestOfOwner);
  }

  CallPoint PointOf(const CallSite& site) const {
    const ProgramFunction& caller = program_.functions()[site.caller];
    return {program_.PlaceOf(caller.unit, caller.facts->values()->Get(site.value)->location()), site.caller};
  }

  TextSet WithFields(const Text& text, int depth) const {
    if (depth >= kMostFields || std::none_of(text.begin(), text.end(), [](const Piece& p) {
          return p.hole && (p.hole->origin == Origin::kField || p.hole->origin == Origin::kGlobal || p.hole->origin == Origin::kEscaped);
        }))
      return One(text);
    return Map(text, [&](const HolePtr& hole) -> TextSet {
      if (hole->origin == Origin::kEscaped && !hole->inner.empty()) {
        TextSet result;
        for (const Text& inner : WithFields(hole->inner[0], depth)) {
          Hole copy = *hole;
          copy.inner = {inner};
          Merge(&result, One({MakeHole(std::move(copy))}));
        }
        return result;
      }
      if (hole->origin != Origin::kField && hole->origin != Origin::kGlobal) return {};
      const auto& table = hole->origin == Origin::kField ? facts_.fields : facts_.globals;
      auto given = table.find(hole->symbol);
      if (given == table.end()) return {};
      TextSet begun, all;
      const bool own = hole->origin == Origin::kField && hole->function != kNone;
      const Gifts of_owner = own ? GivenBy(hole->function, given->second) : Gifts();
      const Gifts& gifts = own ? of_owner : given->second;
      if (gifts.empty()) return {Text{}};
      for (const auto& [function, set] : gifts)
        for (const Text& one : set)
          if ((!one.empty() || gifts.size() == 1) && !OfItself(one, hole->symbol)) Merge(&begun, KeepJoin(one, *hole, depth));
      // What it begins with comes first: of very many texts the last are left out.
      all = begun;
      for (const auto& [function, set] : gifts)
        for (const Text& one : set)
          if (OfItself(one, hole->symbol) && !OnlyHole(one))      // alone it is a copy
            for (const Text& text : WithSelf(one, hole->symbol, begun)) Merge(&all, KeepJoin(text, *hole, depth));
      return all;
    });
  }

  // Of what a field is given, that which an object gets that lives in `owner`.
  using Gifts = std::vector<std::pair<FunctionId, TextSet>>;
  Gifts GivenBy(FunctionId owner, const Gifts& given) const {
    Gifts own;
    for (const auto& [function, set] : given) {
      TextSet all;
      for (const Text& text : set) Merge(&all, Given(owner, function, text, 0));
      if (!all.empty()) own.emplace_back(function, std::move(all));
    }
    return own;
  }

  // What `owner` makes of a text that `giver` gives, which it may call over other methods of the class.
  TextSet Given(FunctionId owner, FunctionId giver, const Text& text, int depth) const {
    if (giver == owner || WaitingExcept(text, {}) != giver) return One(text);
    TextSet all;
    for (const CallTexts& call : facts_.incoming[giver]) {
      if (call.site.caller != owner && (depth >= kMostFields || !SameClass(call.site.caller, giver))) continue;
      for (const Text& passed : Substitute(One(text), giver, call.texts, PointOf(call.site)))
        Merge(&all, call.site.caller == owner ? One(passed) : Given(owner, call.site.caller, passed, depth + 1));
    }
    return all;
  }

  bool SameClass(FunctionId a, FunctionId b) const {
    const SymbolId first = program_.functions()[a].symbol, second = program_.functions()[b].symbol;
    return first != kNone && second != kNone && program_.symbols()[first].parent != kNone && program_.symbols()[first].parent == program_.symbols()[second].parent;
  }

  static bool IsSelf(const Hole& hole, SymbolId symbol) {
    return hole.symbol == symbol && (hole.origin == Origin::kField || hole.origin == Origin::kGlobal);
  }

  static bool OfItself(const Text& text, SymbolId symbol) {
    return std::any_of(text.begin(), text.end(), [&](const Piece& piece) { return piece.hole && IsSelf(*piece.hole, symbol); });
  }

  // A text that is built of what it was before: that is how it begins, and there may be more in between.
  static TextSet WithSelf(const Text& text, SymbolId symbol, const TextSet& begun) {
    return Map(text, [&](const HolePtr& hole) -> TextSet {
      if (!IsSelf(*hole, symbol)) return {};
      Hole more;
      more.origin = Origin::kMore;
      return Concat(begun, One({MakeHole(std::move(more))}));
    });
  }

  TextSet KeepJoin(const Text& text, const Hole& outer, int depth) const {
    TextSet set = WithFields(text, depth + 1);
    for (Text& one : set)
      if (const Hole* only = OnlyHole(one)) {
        Hole copy = *only;
        if (outer.joined.line != 0) {
          copy.joined = outer.joined;
          copy.joined_in = outer.joined_in;
        }
        copy.checked |= outer.checked;
        copy.part |= outer.part;
        one = {MakeHole(std::move(copy))};
      }
    return outer.checked ? Checked(set) : set;
  }

  const Program& program_;
  const TextFacts& facts_;
  const size_t most_;
  bool* cut_;
  std::vector<Expansion> result_;
  std::map<Owner, size_t> of_owner_;
  std::set<std::tuple<FunctionId, Owner, uint64_t>> seen_;      // function that the text waits for, owner, text
};

}  // namespace

std::vector<Expansion> Expand(const Vocabulary& vocabulary, const TextFacts& facts, const Sink& sink, size_t most, bool* cut) {
  return Expander(vocabulary, facts, most, cut).Run(sink);
}

}  // namespace backlint::flow
