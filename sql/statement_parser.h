// Reads the tokens of one statement into its facts. A recursive descent over clauses and expressions that goes on behind
// whatever it does not understand, and says so in the statement's grade.
//
// Every method takes what it is named after and leaves the cursor behind it. Depth is bounded, and no token is looked at more
// often than a constant number of times, so that time grows with the length of the text alone.
#ifndef BACKLINT_SQL_STATEMENT_PARSER_H_
#define BACKLINT_SQL_STATEMENT_PARSER_H_

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sql/dialect.h"
#include "sql/statement.h"
#include "sql/token_cursor.h"

namespace backlint::sql {

class StatementParser {
 public:
  // See TokenCursor for what must outlive the results.
  StatementParser(const SegmentedText& text, std::deque<std::string>& names, Dialect dialect);

  // `statement` is new; its place in the text is the caller's to fill in.
  void Parse(std::span<const Token> tokens, Statement& statement);

  // For the reader of definitions, which walks over the same tokens.
  TokenCursor& cursor() { return cursor_; }
  Dialect dialect() const { return dialect_; }
  Statement& statement() { return *statement_; }
  Value Expression();  // without predicates
  Value Term();        // an expression without comparisons
  uint32_t Query(BlockRole role);
  bool IsQuery(size_t ahead) const;
  void Doubt(std::string_view why);

 private:
  static constexpr int kDeepest = 200;

  struct Cte {
    std::string_view name;
    uint32_t block;
  };
  // Where in the statement the walk is; put back when a nested part has been read.
  struct State {
    uint32_t block = kNoBlock;
    Place place = Place::kOther;
    bool emit = false;   // conditions become predicates
    bool group = false;  // inside parentheses of a condition
  };
  class Nested;

  // statement_parser.cc
  void Body();
  void Explain();
  bool BodyOfOther();
  void Check();

  // transaction_parser.cc
  bool TransactionStatement();
  void Begin();
  void TransactionModes();
  void Commit(StatementKind kind);
  void Set();
  void LockTables();

  // query_parser.cc
  uint32_t QueryOrWrite(BlockRole role);
  void With();
  void DeclareCtes();
  void OneCte(bool visible_inside);
  uint32_t Operand(BlockRole role);
  uint32_t SetOperations(uint32_t head);
  bool AtSetOperator() const;
  void SelectCore();
  void SelectModifiers();
  void SelectItems();
  void OneItem();
  void Rows();

  // clause_parser.cc
  void CoreClauses();
  void TailClauses();
  bool TailClause();
  void Condition(Place place);
  void GroupBy();
  void OrderBy(std::vector<SortTerm> Block::*terms, Place place);
  void Limit();
  void Fetch();
  void Offset();
  void LockClause();
  void Into();
  void SkipUnknownClause();

  // table_parser.cc
  void TableList(bool written);
  void JoinedTable(bool written);
  bool Join(size_t first);
  void UsingColumns(size_t first);
  void TableFactor(bool written);
  void ParenthesizedTable(bool lateral);
  void TableFunction(Table table);
  void TableModifiers();
  void Alias(Table& table);
  bool TakeTableName(Table& table);
  void AddTable(Table table, bool target);

  // write_parser.cc
  uint32_t Insert(BlockRole role);
  void InsertSource(size_t first_assignment);
  void InsertColumns();
  WrittenName TakeTarget(WrittenName& table);
  void FirstRow(size_t first_assignment);
  void ConflictClauses();
  void OnConflict();
  uint32_t Update(BlockRole role);
  uint32_t Delete(BlockRole role);
  void Assignments(bool on_conflict);
  void OneAssignment(bool on_conflict);
  void Returning();
  void WriteTail();
  void SkipWriteModifiers();

  // merge_parser.cc
  uint32_t Merge(BlockRole role);
  void MergeBranch();

  // expression_parser.cc, operand_parser.cc, word_parser.cc, call_parser.cc
  Value Or();
  Value And();
  Value Not();
  Value Comparand();
  bool Compare(Value& left);
  bool CompareWord(Value& left, bool negated);
  void Is(Value& left);
  void In(Value& left, bool negated);
  Value InList();
  void Between(Value& left, bool negated);
  Value Quantified();
  Value Sum();
  Value Unary();
  void Postfix(Value& value, size_t first);
  Value Primary();
  Value WordOperand();
  size_t LongTypeBeforeString() const;
  void SkipTimeUnit();
  Value Name();
  Value Call(std::string_view name, size_t first);
  void Arguments();
  void Window();
  Value Parenthesized();
  Value Case();
  Value Cast();
  Value Literal(ValueKind kind);
  Value Wrapped(Value inner, std::string_view function, size_t first_token, size_t first_column);
  bool BareFunction();
  void NoteTime(std::string_view function, bool call);
  void NoteAggregate(std::string_view function, size_t arguments);
  void SkipType();
  void Emit(const Value& left, Comparison comparison, const Value& right);
  bool EndsOperands() const;

  Block& block() { return statement_->blocks[state_.block]; }
  size_t ColumnCount() const;
  uint32_t NewBlock(BlockKind kind, BlockRole role);
  int32_t AddColumn(const WrittenName& schema, const WrittenName& table, const WrittenName& name);
  bool StopsAlias(size_t ahead = 0) const;
  bool TooDeep();

  TokenCursor cursor_;
  const Dialect dialect_;
  Statement* statement_ = nullptr;
  State state_;
  std::vector<Cte> ctes_;
  int depth_ = 0;
};

// Goes one level down and, at its end, back to where the walk was.
class StatementParser::Nested {
 public:
  explicit Nested(StatementParser& parser) : parser_(parser), state_(parser.state_) { ++parser_.depth_; }
  ~Nested() {
    parser_.state_ = state_;
    --parser_.depth_;
  }
  Nested(const Nested&) = delete;
  Nested& operator=(const Nested&) = delete;

 private:
  StatementParser& parser_;
  const State state_;
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_STATEMENT_PARSER_H_
