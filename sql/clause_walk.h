// Follows the tokens of a statement, or of a part of one, and knows at each of them which clause it stands in and what may come
// next. It answers for finished, unfinished and wrong text alike, and for parts without a beginning ("AND x = ").
#ifndef BACKLINT_SQL_CLAUSE_WALK_H_
#define BACKLINT_SQL_CLAUSE_WALK_H_

#include <vector>

#include "sql/hole_position.h"
#include "sql/keyword.h"
#include "sql/lexer.h"

namespace backlint::sql {

class ClauseWalk {
 public:
  explicit ClauseWalk(const SegmentedText& text);

  // What a token that stands for one unknown thing would be here, between the last token stepped over and `next`.
  HolePosition PositionOf(const Token& token, const Token& next) const;

  // The verb of the innermost statement; kNone when the text does not show its beginning.
  Keyword verb() const;

  // Whether a string that begins here is a pattern of LIKE.
  bool in_like() const { return frames_.back().like; }

  // Goes over one token that is no comment; `next` is the one behind it.
  void Step(const Token& token, const Token& next);

 private:
  enum class Clause : uint8_t {
    kFragment,  // nothing known yet
    kSelect,    // list of SELECT or RETURNING
    kTable,     // tables, their aliases and joins
    kPredicate,
    kOrder,
    kGroup,
    kLimit,
    kRows,         // behind VALUES
    kAssignments,  // behind SET
    kColumns,      // a list of names in parentheses
    kValues,       // a list of values in parentheses
    kArguments,    // of a function; any other parentheses in an expression
    kDefinitions,  // of CREATE TABLE
    kName,         // names of objects
    kCte,          // behind WITH
    kOther
  };
  enum class Expect : uint8_t {
    kStart,      // a statement
    kItem,       // an element of the clause
    kCondition,  // a condition, or the left side of one
    kValue,      // an operand, because an operator is open
    kList,       // behind IN
    kName,
    kType,
    kNothing  // an operand is complete
  };
  struct Frame {
    Clause clause = Clause::kFragment;
    Expect expect = Expect::kStart;
    Keyword verb = Keyword::kNone;           // that the statement of this frame begins with
    Clause parentheses = Clause::kFragment;  // what the next opening one means; kFragment: nothing special
    bool between = false;                    // the next AND belongs to a BETWEEN
    bool like = false;
    bool like_outside = false;  // the whole frame is part of a pattern
    bool compared = false;      // the current item has an operator
    bool directed = false;      // the current term of ORDER BY has its direction
    bool row = false;           // one row of VALUES, of several columns or of a number that is not known
    bool holes = false;
    int commas = 0;
    int columns = 0;            // of the list of columns behind a table; 0: not known
  };

  void Operand();
  void Operator(std::string_view op);
  void Punctuation(char c);
  void Open();
  void Close();
  void Comma();
  void Hole(const Token& next);
  void Word(Keyword keyword, const Token& next);
  bool MeansName(Keyword keyword, const Token& next) const;
  // Each takes the keywords of its kind, and answers whether it did.
  bool Verb(Keyword keyword);
  bool ClauseWord(Keyword keyword, const Token& next);
  bool TailWord(Keyword keyword);
  bool ConditionWord(Keyword keyword);
  bool DefinitionWord(Keyword keyword);
  void On(const Token& next);
  void To();
  void Update();
  void Set();
  void From();
  void As();
  void Enter(Clause clause, Expect expect);
  bool IsDefining() const;
  bool GluedToName(const Token& token, const Token& next) const;
  HolePosition InSelect(const Token& next) const;
  HolePosition InList(const Token& next) const;
  HolePosition ItemOf(const Token& next) const;
  bool IsMark(const Token& token, char mark) const;
  bool IsComparison(const Token& token) const;
  bool EndsStatement(const Token& token) const { return token.kind == TokenKind::kEnd || IsMark(token, ';'); }

  const SegmentedText& text_;
  std::vector<Frame> frames_;
  Token last_;
  Keyword last_keyword_ = Keyword::kNone;  // of last_ when it was taken as keyword
  bool empty_ = true;                      // nothing of the statement yet
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_CLAUSE_WALK_H_
