// What a string can hold, as far as the program tells: alternatives, each a sequence of literal text and holes.
//
// Rejected: a lattice of "constant / tainted". Where a hole stands in a statement decides whether it is a defect, so the text
// around it has to be kept.
#ifndef BACKLINT_FLOW_TEXT_H_
#define BACKLINT_FLOW_TEXT_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.h"
#include "link/program.h"
#include "models/model.h"

namespace backlint::flow {

enum class Origin : uint8_t {
  kUnknown,      // nothing is known
  kNumber,       // an arithmetic or enumeration type: digits
  kHarmless,     // an alphabet that no SQL can be made of, or tested against known values
  kEscaped,      // `inner[0]` made fit for SQL by an escaper
  kParameter,    // parameter `index` of `function`
  kField,        // field `symbol` of an object whose history is not known here
  kGlobal,       // variable `symbol`
  kSource,       // data from outside: `source`
  kCall,         // answer of `symbol`, of which neither body nor model is known
  kFormatted,    // `inner[0]` filled with `inner[1..]`, one of them known only to a caller
  kArguments,    // the variable arguments (or parameter pack) of `function` from parameter `index` on
  kMore          // left out: a limit, or a text that is built of itself
};

struct Hole;
using HolePtr = std::shared_ptr<const Hole>;

struct Piece {
  std::string text;      // literal, when `hole` is null
  HolePtr hole;
};

using Text = std::vector<Piece>;
using TextSet = std::vector<Text>;      // alternatives; empty: not a text

struct Hole {
  Origin origin = Origin::kUnknown;
  FunctionId function = kNone;          // kParameter, kArguments: whose; kField: where the object lives, when only one function knows it
  uint32_t index = 0;
  SymbolId symbol = kNone;
  SourceKind source = SourceKind::kNone;
  EscapeFor escapes = EscapeFor::kString;
  bool quotes = false;                  // kEscaped: quotes are part of the answer
  bool text = false;                    // its type is known to be text
  bool checked = false;                 // a condition on the path tests the value itself
  bool part = false;                    // taken out of a library's pair: as likely a finished piece of a statement as a value
  FormatLanguage language = FormatLanguage::kNone;
  std::vector<Text> inner;
  std::string name;                     // as written: `user.name`
  std::string type;                     // spelling, may be empty
  Place from;                           // where the value comes from
  CallSite value;                       // the value of a function that it stands for; kNone: a parameter, or not known
  Place joined;                         // where it became part of a longer text
  FunctionId joined_in = kNone;
};

inline constexpr size_t kMostAlternatives = 8;
inline constexpr size_t kMostPieces = 400;
inline constexpr size_t kMostBytes = 64 * 1024;

Piece Literal(std::string_view text);
Piece MakeHole(Hole hole);
TextSet One(Text text);

bool IsLiteral(const Text& text);                  // no holes
bool AllLiteral(const TextSet& set);               // not empty, no holes anywhere
std::string LiteralText(const Text& text);         // the literal pieces, joined
bool Same(const Text& a, const Text& b);
uint64_t Fingerprint(const Text& text);            // equal for what is Same
const Hole* OnlyHole(const Text& text);            // the text is exactly one hole

// Joins neighbouring literals; past the limits the rest becomes one kMore hole, which keeps the holes of the rest as `inner`.
void Append(Text* text, const Text& more);
TextSet Concat(const TextSet& a, const TextSet& b);
// Union without duplicates, at most kMostAlternatives: texts from outside are kept first, then others with holes. True when the set changed.
bool Merge(TextSet* set, const TextSet& more);

// The same text with every hole replaced; `replace` answers the alternatives of one hole, or an empty set to keep it.
template <typename Replace>
TextSet Map(const Text& text, const Replace& replace) {
  TextSet all = {Text{}};
  for (const Piece& piece : text) {
    TextSet alternatives;
    if (piece.hole) alternatives = replace(piece.hole);
    if (alternatives.empty()) alternatives = {Text{piece}};
    all = Concat(all, alternatives);
  }
  return all;
}

// Copy with `joined` set on holes that have none.
TextSet Joined(const TextSet& set, const Place& place, FunctionId function);
// Copy with every hole that matters as an escaped one.
TextSet Escaped(const TextSet& set, EscapeFor escapes);
// Copy in which texts that are one hole are parts of something: see Hole::part.
TextSet Parts(const TextSet& set);
// How much it matters to keep a text: more for what comes from outside.
int Weight(const Text& text);
// Copy with every hole marked as tested.
TextSet Checked(const TextSet& set);

}  // namespace backlint::flow

#endif  // BACKLINT_FLOW_TEXT_H_
