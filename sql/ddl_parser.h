// Reads statements about tables, indexes, views and types into operations.
#ifndef BACKLINT_SQL_DDL_PARSER_H_
#define BACKLINT_SQL_DDL_PARSER_H_

#include "sql/statement_parser.h"

namespace backlint::sql {

class DefinitionParser {
 public:
  explicit DefinitionParser(StatementParser& parser)
      : parser_(parser), cursor_(parser.cursor()), statement_(parser.statement()) {}

  // False, and nothing taken, when the statement is of another kind.
  bool Parse();

 private:
  void Create();
  void Alter();
  void Drop();
  void Truncate();
  void Rename();

  StatementParser& parser_;
  TokenCursor& cursor_;
  Statement& statement_;
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_DDL_PARSER_H_
