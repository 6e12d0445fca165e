// Definitions that a statement holds inside of a program: a DO block, the body of a function, a procedure or an event, texts that are prepared
// or executed there.
//
// Whether they run, and under which condition, is not followed. So each becomes an operation that says no more than that its table may have
// columns and keys that nothing else tells of. Rejected: replaying them, which would be right only for those that run once and always.
#ifndef BACKLINT_SQL_HIDDEN_CHANGE_H_
#define BACKLINT_SQL_HIDDEN_CHANGE_H_

#include <deque>
#include <span>
#include <string>

#include "sql/dialect.h"
#include "sql/lexer.h"
#include "sql/statement.h"

namespace backlint::sql {

class HiddenChanges {
 public:
  // See TokenCursor for what must outlive the results.
  HiddenChanges(const SegmentedText& text, std::deque<std::string>& names, Dialect dialect) : text_(text), names_(names), dialect_(dialect) {}

  // Adds operations of kind kMayChange to the statement that these tokens are. `object` has a hole where the name is made while the program runs.
  void Find(std::span<const Token> tokens, Statement& statement) const;

 private:
  static constexpr int kDeepest = 3;  // text that a program executes may be one of those again

  void Scan(const SegmentedText& text, std::span<const Token> tokens, int depth, Statement& statement) const;
  void ScanText(std::string_view quoted, const Token& token, int depth, Statement& statement) const;
  void Note(const SegmentedText& text, std::span<const Token> tokens, Statement& statement) const;

  const SegmentedText& text_;
  std::deque<std::string>& names_;
  const Dialect dialect_;
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_HIDDEN_CHANGE_H_
