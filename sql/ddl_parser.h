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
  // ddl_parser.cc
  void Create();
  void CreateView(Operation operation);
  void CreateType();
  void Drop();
  void DropIndex(Operation operation);
  void Truncate();
  void Rename();
  void Refresh();
  ObjectName TakeObjectName();
  std::vector<std::string_view> Names();  // (a, b)
  bool TakeIfExists();
  bool TakeIfNotExists();
  std::string_view String();  // without quotes
  WrittenName TakeNameOrString();
  void NoteTable(const ObjectName& name, bool written);

  // table_definition.cc
  void CreateTable(Operation operation);
  void TableElements(Operation& operation);
  void TableElement(Operation& operation);
  void TableOptions(Operation& operation);
  void TableSource(Operation& operation);

  // column_definition.cc
  ColumnDefinition Column();
  ColumnType Type();
  void ColumnOptions(ColumnDefinition& column);
  bool ColumnOption(ColumnDefinition& column);
  bool ColumnKey(ColumnDefinition& column);
  void Default(ColumnDefinition& column);
  void GeneratedAs(ColumnDefinition& column);
  void Charset(ColumnDefinition& column);
  bool ColumnTail(ColumnDefinition& column);

  // key_definition.cc
  bool AtKey() const;
  Key TableKey();
  void KeyHead(Key& key);
  void KeyParts(Key& key);
  KeyPart Part();
  void KeyTail(Key& key);
  Reference TakeReference();
  std::string_view Action();
  void CreateIndex(Operation operation);
  std::string_view Parenthesized();  // without the parentheses

  // alter_table.cc
  void Alter();
  void AlterTable();
  void Action(const Operation& table);
  void Add(Operation operation);
  void AddOneColumn(Operation operation);
  void DropPart(Operation operation);
  void AlterColumn(Operation operation);
  void AlterColumnSet(Operation& operation);
  void RenamePart(Operation operation);
  void Modify(Operation operation);
  void OtherAction(Operation operation);
  void OnlineOption(std::string_view& option);
  void AlterType();
  void AlterIndex();
  void Push(Operation&& operation) { statement_.operations.push_back(std::move(operation)); }

  StatementParser& parser_;
  TokenCursor& cursor_;
  Statement& statement_;
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_DDL_PARSER_H_
