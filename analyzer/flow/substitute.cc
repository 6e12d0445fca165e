#include "flow/substitute.h"

#include <algorithm>
#include <utility>

namespace backlint::flow {
namespace {

// Known only to a caller: the text has to wait.
bool Waits(const Text& text) {
  return std::any_of(text.begin(), text.end(), [](const Piece& piece) {
    return piece.hole && (piece.hole->origin == Origin::kParameter || piece.hole->origin == Origin::kFormatted);
  });
}

bool IsArguments(const TextSet& set) {
  for (const Text& text : set)
    if (const Hole* hole = OnlyHole(text); hole && hole->origin == Origin::kArguments) return true;
  return false;
}

TextSet WithOrigin(const TextSet& set, Origin origin, EscapeFor escapes, bool quotes) {
  TextSet result;
  for (const Text& text : set) {
    if (IsLiteral(text)) {
      Text quoted = text;
      if (quotes) {
        quoted = {Literal("'")};
        Append(&quoted, text);
        Append(&quoted, {Literal("'")});
      }
      Merge(&result, One(quoted));
      continue;
    }
    Hole hole;
    for (const Piece& piece : text)
      if (piece.hole) { hole = *piece.hole; break; }
    const bool number = hole.origin == Origin::kNumber || hole.origin == Origin::kHarmless;
    hole.inner = {text};
    hole.origin = number && !quotes ? hole.origin : origin;
    hole.escapes = escapes;
    hole.quotes = quotes;
    Merge(&result, One({MakeHole(hole)}));
  }
  return result;
}

TextSet Converted(const TextSet& argument, const FormatPiece& piece) {
  switch (piece.conversion) {
    case Conversion::kNumber: case Conversion::kChar: return WithOrigin(argument, Origin::kNumber, EscapeFor::kString, false);
    case Conversion::kEscaped: return WithOrigin(argument, Origin::kEscaped, EscapeFor::kString, false);
    case Conversion::kQuoted: return WithOrigin(argument, Origin::kEscaped, EscapeFor::kString, true);
    case Conversion::kIdentifier: return WithOrigin(argument, Origin::kEscaped, EscapeFor::kIdentifier, false);
    case Conversion::kNothing: return {Text{}};
    case Conversion::kByType: case Conversion::kText: return argument;
  }
  return argument;
}

TextSet Missing(const FormatPiece& piece) {
  Hole hole;
  hole.name = piece.name;
  if (piece.conversion == Conversion::kNumber) hole.origin = Origin::kNumber;
  return One({MakeHole(hole)});
}

class Substitution {
 public:
  Substitution(FunctionId function, std::span<const TextSet> texts, const CallPoint& call) : function_(function), texts_(texts), call_(call) {}

  TextSet Apply(const Text& text) const {
    return Map(text, [this](const HolePtr& hole) { return Replace(*hole); });
  }

 private:
  TextSet Replace(const Hole& hole) const {
    switch (hole.origin) {
      case Origin::kParameter: return hole.function == function_ ? ReplaceParameter(hole) : TextSet{};
      case Origin::kArguments: return hole.function == function_ ? ReplacePack(hole) : TextSet{};
      case Origin::kEscaped: return ReplaceEscaped(hole);
      case Origin::kFormatted: return ReplaceFormatted(hole);
      default: return {};
    }
  }

  TextSet ReplaceParameter(const Hole& hole) const {
    if (hole.index >= texts_.size() || texts_[hole.index].empty()) {
      Hole unknown = hole;
      unknown.origin = Origin::kUnknown;
      return One({MakeHole(unknown)});
    }
    TextSet set = texts_[hole.index];
    for (Text& text : set)
      if (const Hole* only = OnlyHole(text)) {
        Hole copy = *only;
        if (hole.joined.line != 0) {
          copy.joined = hole.joined;
          copy.joined_in = hole.joined_in;
          copy.name = hole.name;
          if (!hole.type.empty()) copy.type = hole.type;      // not known in a template
          copy.text |= hole.text;
        }
        copy.checked |= hole.checked;
        copy.part |= hole.part;
        text = {MakeHole(std::move(copy))};
      }
    return hole.checked ? Checked(set) : set;
  }

  // A pack that is joined as it is: one value behind the other.
  TextSet ReplacePack(const Hole& hole) const {
    if (hole.type.find("va_list") != std::string::npos || hole.index > texts_.size()) return {};
    TextSet all = {Text{}};
    for (size_t i = hole.index; i < texts_.size(); ++i) {
      TextSet one = texts_[i];
      if (one.empty()) {
        Hole unknown = hole;
        unknown.origin = Origin::kUnknown;
        one = One({MakeHole(std::move(unknown))});
      }
      all = Concat(all, hole.joined.line != 0 ? Joined(one, hole.joined, hole.joined_in) : one);
    }
    return all;
  }

  TextSet ReplaceEscaped(const Hole& hole) const {
    if (hole.inner.empty()) return {};
    TextSet result;
    for (const Text& inner : Apply(hole.inner[0])) {
      Hole copy = hole;
      copy.inner = {inner};
      Merge(&result, One({MakeHole(copy)}));
    }
    return result;
  }

  TextSet ReplaceFormatted(const Hole& hole) const {
    std::vector<TextSet> arguments;
    for (size_t i = 1; i < hole.inner.size(); ++i) {
      const Hole* only = OnlyHole(hole.inner[i]);
      if (only && only->origin == Origin::kArguments && only->function == function_) {
        for (size_t k = only->index; k < texts_.size(); ++k) arguments.push_back(texts_[k]);
      } else {
        arguments.push_back(Apply(hole.inner[i]));
      }
    }
    TextSet result;
    for (const Text& format : Apply(hole.inner[0])) {
      // The caller brings the format: there is where the values are put in.
      if (Waits(hole.inner[0])) Merge(&result, FillFormat(hole.language, format, arguments, call_.place, call_.caller));
      else Merge(&result, FillFormat(hole.language, format, arguments, hole.joined, hole.joined_in));
    }
    return result;
  }

  const FunctionId function_;
  std::span<const TextSet> texts_;
  const CallPoint& call_;
};

TextSet Later(FormatLanguage language, const Text& format, std::span<const TextSet> arguments, const Place& place, FunctionId function) {
  Hole hole;
  hole.origin = Origin::kFormatted;
  hole.language = language;
  hole.joined = place;
  hole.joined_in = function;
  hole.inner = {format};
  // Of several texts the one that matters most, and rather one than none: `name.empty() ? "" : "WHERE"`.
  const auto less = [](const Text& a, const Text& b) { return std::pair(Weight(a), !a.empty()) < std::pair(Weight(b), !b.empty()); };
  for (const TextSet& argument : arguments) hole.inner.push_back(argument.empty() ? Text{} : *std::max_element(argument.begin(), argument.end(), less));
  for (const Piece& piece : format)
    if (piece.hole) hole.name = piece.hole->name;
  return One({MakeHole(hole)});
}

}  // namespace

TextSet Substitute(const TextSet& set, FunctionId function, std::span<const TextSet> texts, const CallPoint& call) {
  const Substitution substitution(function, texts, call);
  TextSet result;
  for (const Text& text : set) Merge(&result, substitution.Apply(text));
  return result;
}

TextSet FillFormat(FormatLanguage language, const Text& format, std::span<const TextSet> arguments, const Place& place,
                   FunctionId function) {
  const bool open = std::any_of(arguments.begin(), arguments.end(), IsArguments);
  // A list of arguments that arrives as one parameter (va_list) is known to a caller, too.
  const bool list = arguments.size() == 1 && !arguments[0].empty() && OnlyHole(arguments[0][0]) &&
                    OnlyHole(arguments[0][0])->origin == Origin::kParameter && OnlyHole(arguments[0][0])->type.find("va_list") != std::string::npos;
  if ((OnlyHole(format) && Waits(format)) || open || list) return Later(language, format, arguments, place, function);
  std::vector<std::string_view> parts;
  for (const Piece& piece : format)
    if (!piece.hole) parts.push_back(piece.text);
  const bool steps = language == FormatLanguage::kQt || language == FormatLanguage::kBoost;
  const auto read = ParseFormatStep(language, parts, static_cast<int>(arguments.size()));
  TextSet all = {Text{}};
  size_t next = 0;                       // formats that are themselves assembled are filled from left to right
  size_t part = 0;
  for (const Piece& piece_of_format : format) {
    if (piece_of_format.hole) {
      all = Concat(all, Joined(One({piece_of_format}), place, function));
      continue;
    }
    size_t used = 0;
    const std::vector<FormatPiece>& pieces = read[part++];
    const bool copy = pieces.size() == 1 && format.size() == 1;      // "%s" joins nothing
    for (const FormatPiece& piece : pieces) {
      if (piece.argument < 0 && piece.name.empty()) {
        all = Concat(all, One({Literal(piece.text)}));
        continue;
      }
      const size_t index = next + static_cast<size_t>(std::max(piece.argument, 0));
      used = std::max(used, static_cast<size_t>(std::max(piece.argument, 0)) + 1);
      const bool known = piece.argument >= 0 && index < arguments.size() && !arguments[index].empty();
      const TextSet filled = known ? Converted(arguments[index], piece) : Missing(piece);
      all = Concat(all, copy ? filled : Joined(filled, place, function));
    }
    if (!steps) next += used;
  }
  return all;
}

}  // namespace backlint::flow
