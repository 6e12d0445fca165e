// Which of the values that a program binds belongs to which placeholder of a statement.
#ifndef BACKLINT_SQL_PLACEHOLDER_H_
#define BACKLINT_SQL_PLACEHOLDER_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "sql/script.h"

namespace backlint::sql {

// Of one statement, whose text must outlive this. Formats (`%s`, `{}`) are none: what stands for them is text.
class Placeholders {
 public:
  Placeholders(std::string_view statement, Dialect dialect);
  Placeholders(const Script& script, const Statement& statement)
      : Placeholders(script.text().substr(statement.begin, statement.end - statement.begin), script.dialect()) {}

  // From 0: the number that `$2` or `?2` says, else how many `?` stand before it. `placeholder` is a part of the statement's text.
  size_t OrdinalOf(std::string_view placeholder) const;
  // Values that are bound by their order.
  size_t count() const { return count_; }

 private:
  std::vector<const char*> unnumbered_;  // where each `?` stands
  size_t count_ = 0;
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_PLACEHOLDER_H_
