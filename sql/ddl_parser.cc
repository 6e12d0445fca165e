#include "sql/ddl_parser.h"

namespace backlint::sql {

bool DefinitionParser::Parse() {
  switch (cursor_.Key()) {
    case Keyword::kCreate:
      Create();
      return true;
    case Keyword::kAlter:
      Alter();
      return true;
    case Keyword::kDrop:
      Drop();
      return true;
    case Keyword::kTruncate:
      Truncate();
      return true;
    case Keyword::kRename:
      Rename();
      return true;
    default:
      return false;
  }
}

void DefinitionParser::Create() {
  statement_.kind = StatementKind::kCreateOther;
  cursor_.SkipToEnd();
}

void DefinitionParser::Alter() {
  statement_.kind = StatementKind::kAlterOther;
  cursor_.SkipToEnd();
}

void DefinitionParser::Drop() {
  statement_.kind = StatementKind::kDropOther;
  cursor_.SkipToEnd();
}

void DefinitionParser::Truncate() {
  statement_.kind = StatementKind::kTruncate;
  cursor_.SkipToEnd();
}

void DefinitionParser::Rename() {
  statement_.kind = StatementKind::kRename;
  cursor_.SkipToEnd();
}

}  // namespace backlint::sql
