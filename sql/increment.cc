#include "sql/increment.h"

#include <span>
#include <vector>

#include "sql/lexer.h"
#include "sql/name_comparison.h"

namespace backlint::sql {
namespace {

using Tokens = std::span<const Token>;

class Sum {
 public:
  Sum(std::string_view text, std::string_view column)
      : segments_{{false, text}}, text_(segments_), column_(column), tokens_(Lex(text_, LexicalRules::Of(Dialect::kUnknown))) {}

  int Sign() const {
    const Tokens all = Stripped(tokens_);
    int depth = 0, sign = 1, others = 0;
    bool found = false, mixed = false;
    size_t begin = 0;
    const auto add = [&](size_t end) {
      const bool own = IsColumn(all.subspan(begin, end - begin));
      if (own && (found || sign < 0)) mixed = true;
      found |= own;
      // A minus in front of the first term stands behind no term.
      if (own || end == 0) return;
      mixed |= others != 0 && others != sign;
      others = sign;
    };
    for (size_t i = 0; i < all.size(); ++i) {
      if (Is(all[i], "(")) ++depth;
      if (Is(all[i], ")")) --depth;
      if (depth != 0 || (!Is(all[i], "+") && !Is(all[i], "-"))) continue;
      add(i);
      sign = Is(all[i], "+") ? 1 : -1;
      begin = i + 1;
    }
    add(all.size());
    return found && !mixed ? others : 0;
  }

 private:
  bool Is(const Token& token, std::string_view text) const { return TextOf(text_, token) == text; }

  // Without parentheses around the whole.
  Tokens Stripped(Tokens tokens) const {
    while (tokens.size() > 2 && Is(tokens.front(), "(") && Is(tokens.back(), ")")) {
      int depth = 1;
      size_t closing = 1;
      for (; closing < tokens.size(); ++closing) {
        depth += Is(tokens[closing], "(") ? 1 : Is(tokens[closing], ")") ? -1 : 0;
        if (depth == 0) break;
      }
      if (closing + 1 != tokens.size()) break;
      tokens = tokens.subspan(1, tokens.size() - 2);
    }
    return tokens;
  }

  // `a`, `t.a`, `coalesce(a, 0)`
  bool IsColumn(Tokens term) const {
    term = Stripped(term);
    if (term.size() > 4 && Is(term[1], "(") && Is(term.back(), ")")) {
      const std::string_view function = TextOf(text_, term[0]);
      if (!SameName(function, "coalesce") && !SameName(function, "ifnull")) return false;
      size_t comma = 2;
      while (comma < term.size() && !Is(term[comma], ",")) ++comma;
      return IsColumn(term.subspan(2, comma - 2));
    }
    if (term.size() != 1 && (term.size() % 2 == 0 || !Is(term[term.size() - 2], "."))) return false;
    return SameName(NameOf(text_, term.back()), column_);
  }

  const std::vector<Segment> segments_;
  const SegmentedText text_;
  const std::string_view column_;
  const std::vector<Token> tokens_;
};

}  // namespace

int IncrementOf(const Assignment& assignment) {
  if (assignment.value.kind != ValueKind::kExpression) return 0;
  return Sum(assignment.value.text, assignment.column).Sign();
}

}  // namespace backlint::sql
