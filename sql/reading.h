// How a text is most likely meant where dialects, or an unknown beginning, leave a choice.
#ifndef BACKLINT_SQL_READING_H_
#define BACKLINT_SQL_READING_H_

#include <vector>

#include "sql/lexer.h"

namespace backlint::sql {

struct Reading {
  LexicalRules rules;
  std::vector<Token> tokens;
  bool open = false;  // the text ends inside a string
  int oddities = 0;   // what a text that is read as it was meant does not have
};

// The reading in which the quotes pair up, when there is one; else the plain one of the dialect.
Reading BestReading(const SegmentedText& text, Dialect dialect);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_READING_H_
