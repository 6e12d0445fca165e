#include "sql/statement_parser.h"

#include "sql/ddl_parser.h"

namespace backlint::sql {

StatementParser::StatementParser(const SegmentedText& text, std::deque<std::string>& names, Dialect dialect)
    : cursor_(text, names), dialect_(dialect) {}

void StatementParser::Parse(std::span<const Token> tokens, Statement& statement) {
  statement_ = &statement;
  state_ = {};
  ctes_.clear();
  depth_ = 0;
  cursor_.Start(tokens);
  statement.grade = Grade::kParsed;
  Body();
  Check();
  ResolveColumns(statement);
}

// What holds for every statement, whatever it is.
void StatementParser::Check() {
  if (statement_->kind == StatementKind::kUnknown) {
    statement_->grade = Grade::kUnknown;
    statement_->doubt = "it does not begin like a statement";
    statement_->doubt_offset = 0;
  }
  if (!cursor_.AtEnd()) Doubt(cursor_.IsHole() ? "a hole stands for a clause" : "a clause was not understood");
  if (!cursor_.Balanced()) Doubt("a parenthesis has no partner");
  cursor_.SkipToEnd();
  const Token& last = cursor_.Last();
  if (!last.closed) Doubt("quoted text does not end");
  const bool format = last.kind == TokenKind::kPlaceholder && last.hole_count == 0 &&
                      cursor_.TextFrom(cursor_.at() - 1).find_first_of("%{") == 0;
  statement_->open_ended = last.kind == TokenKind::kHole || format;
}

void StatementParser::Doubt(std::string_view why) {
  if (statement_->grade == Grade::kParsed) statement_->grade = Grade::kPartial;
  if (!statement_->doubt.empty()) return;
  statement_->doubt = why;
  statement_->doubt_offset = cursor_.offset();
}

bool StatementParser::TooDeep() {
  if (depth_ < kDeepest) return false;
  Doubt("it is nested too deeply");
  cursor_.SkipToEnd();
  return true;
}

void StatementParser::Body() {
  if (TooDeep()) return;
  const auto query = [&](StatementKind kind) {
    statement_->kind = kind;
    statement_->root = QueryOrWrite(BlockRole::kStatement);
  };
  switch (cursor_.Key()) {
    case Keyword::kWith:
      query(StatementKind::kSelect);
      if (statement_->root == kNoBlock) return;
      switch (statement_->Root()->kind) {
        case BlockKind::kInsert:
          statement_->kind = StatementKind::kInsert;
          break;
        case BlockKind::kUpdate:
          statement_->kind = StatementKind::kUpdate;
          break;
        case BlockKind::kDelete:
          statement_->kind = StatementKind::kDelete;
          break;
        case BlockKind::kMerge:
          statement_->kind = StatementKind::kMerge;
          break;
        default:
          break;
      }
      return;
    case Keyword::kSelect:
    case Keyword::kValues:
    case Keyword::kTable:
      return query(StatementKind::kSelect);
    case Keyword::kInsert:
    case Keyword::kReplace:
      return query(StatementKind::kInsert);
    case Keyword::kUpdate:
      return query(StatementKind::kUpdate);
    case Keyword::kDelete:
      return query(StatementKind::kDelete);
    case Keyword::kMerge:
      return query(StatementKind::kMerge);
    case Keyword::kExplain:
      return Explain();
    default:
      break;
  }
  if (cursor_.IsMark('(') && IsQuery(0)) return query(StatementKind::kSelect);
  if (TransactionStatement()) return;
  if (DefinitionParser(*this).Parse()) return;
  if (!BodyOfOther()) cursor_.SkipToEnd();
}

// EXPLAIN QUERY PLAN, EXPLAIN (ANALYZE, BUFFERS), EXPLAIN FORMAT = JSON
void StatementParser::Explain() {
  Nested nested(*this);
  cursor_.Skip();
  while (cursor_.Take(Keyword::kAnalyze) || cursor_.TakeWord("VERBOSE") || cursor_.TakeWord("EXTENDED") ||
         cursor_.TakeWord("PARTITIONS") || cursor_.TakeWords("QUERY", "PLAN")) {
  }
  if (cursor_.IsWord("FORMAT") && cursor_.IsOperator("=", 1)) cursor_.Skip(3);
  if (cursor_.IsMark('(') && !IsQuery(0)) cursor_.SkipParentheses();
  Body();
  statement_->kind = StatementKind::kExplain;
}

// Statements of which only a query or a name is of interest.
bool StatementParser::BodyOfOther() {
  const Keyword key = cursor_.Key();
  statement_->kind = StatementKind::kOther;
  switch (key) {
    case Keyword::kPrepare:
    case Keyword::kDeclare: {
      // PREPARE name (types) AS statement, DECLARE name CURSOR FOR query
      Nested nested(*this);
      const Keyword end = key == Keyword::kPrepare ? Keyword::kAs : Keyword::kFor;
      while (!cursor_.AtEnd() && cursor_.Key() != end) cursor_.IsMark('(') ? cursor_.SkipParentheses() : cursor_.Skip();
      if (!cursor_.Take(end)) return false;
      Body();
      statement_->kind = StatementKind::kOther;
      return true;
    }
    case Keyword::kCopy:
      statement_->kind = StatementKind::kCopy;
      cursor_.Skip();
      if (cursor_.IsMark('(') && IsQuery(1)) {
        cursor_.Skip();
        statement_->root = QueryOrWrite(BlockRole::kStatement);
      } else {
        Table table;
        if (TakeTableName(table)) {
          if (cursor_.IsMark('(')) cursor_.SkipParentheses();
          table.written = cursor_.Key() == Keyword::kFrom;
          table.read = !table.written;
          statement_->named.push_back(table);
        }
      }
      return false;
    case Keyword::kPragma:
      statement_->kind = StatementKind::kPragma;
      return false;
    case Keyword::kCall:
    case Keyword::kExec:
    case Keyword::kExecute:
      statement_->kind = StatementKind::kCall;
      return false;
    case Keyword::kVacuum:
    case Keyword::kAnalyze:
    case Keyword::kAttach:
    case Keyword::kClose:
    case Keyword::kCluster:
    case Keyword::kDeallocate:
    case Keyword::kDesc:
    case Keyword::kDescribe:
    case Keyword::kDetach:
    case Keyword::kDo:
    case Keyword::kFetch:
    case Keyword::kGrant:
    case Keyword::kKill:
    case Keyword::kListen:
    case Keyword::kLoad:
    case Keyword::kNotify:
    case Keyword::kReindex:
    case Keyword::kReset:
    case Keyword::kRevoke:
    case Keyword::kShow:
    case Keyword::kUnlisten:
    case Keyword::kUse:
    case Keyword::kComment:
    case Keyword::kIf:
      return false;
    default:
      break;
  }
  for (const std::string_view word :
       {"OPTIMIZE", "REPAIR",   "CHECK",    "CHECKSUM", "FLUSH",      "HANDLER", "INSTALL", "UNINSTALL", "MOVE",
        "DISCARD",  "SECURITY", "REASSIGN", "IMPORT",   "CHECKPOINT", "HELP",    "PURGE",   "CHANGE",    "STOP",
        "SIGNAL",   "BACKUP",   "CACHE",    "GET",      "SHUTDOWN",   "XA",      "BINLOG",  "RESIGNAL",  "STOP"})
    if (cursor_.IsWord(word)) return false;
  statement_->kind = StatementKind::kUnknown;
  return false;
}

uint32_t StatementParser::NewBlock(BlockKind kind, BlockRole role) {
  Block made;
  made.kind = kind;
  made.role = role;
  made.parent = state_.block;
  made.begin = cursor_.offset();
  statement_->blocks.push_back(std::move(made));
  return static_cast<uint32_t>(statement_->blocks.size() - 1);
}

size_t StatementParser::ColumnCount() const {
  return state_.block == kNoBlock ? 0 : statement_->blocks[state_.block].columns.size();
}

int32_t StatementParser::AddColumn(const WrittenName& schema, const WrittenName& table, const WrittenName& name) {
  if (state_.block == kNoBlock) return kNone;
  ColumnUse use;
  use.schema = schema.text;
  use.table = table.text;
  use.name = name.text;
  use.place = state_.place;
  use.has_hole = name.has_hole || table.has_hole || schema.has_hole;
  use.offset = schema ? schema.offset : table ? table.offset : name.offset;
  block().columns.push_back(use);
  return static_cast<int32_t>(block().columns.size() - 1);
}

// A word that goes on with the statement where an alias might stand.
bool StatementParser::StopsAlias(size_t ahead) const {
  switch (cursor_.Kind(ahead)) {
    case TokenKind::kQuotedName:
    case TokenKind::kDoubleQuoted:
      return false;
    case TokenKind::kWord:
      break;
    default:
      return !cursor_.IsHole(ahead);
  }
  switch (cursor_.Key(ahead)) {
    case Keyword::kNone:
      return (cursor_.IsWord("WINDOW", ahead) && cursor_.Key(ahead + 2) == Keyword::kAs) ||
             cursor_.IsWord("OVERRIDING", ahead) || cursor_.IsWord("TABLESAMPLE", ahead) ||
             (cursor_.IsWord("INDEXED", ahead) && cursor_.Key(ahead + 1) == Keyword::kBy) ||
             (cursor_.IsWord("MINUS", ahead) && cursor_.Key(ahead + 1) == Keyword::kSelect);
    case Keyword::kAnd:
    case Keyword::kAs:
    case Keyword::kAsc:
    case Keyword::kBetween:
    case Keyword::kCollate:
    case Keyword::kCross:
    case Keyword::kDefault:
    case Keyword::kDesc:
    case Keyword::kElse:
    case Keyword::kExcept:
    case Keyword::kFetch:
    case Keyword::kFor:
    case Keyword::kFrom:
    case Keyword::kFull:
    case Keyword::kGroup:
    case Keyword::kHaving:
    case Keyword::kIn:
    case Keyword::kInner:
    case Keyword::kIntersect:
    case Keyword::kInto:
    case Keyword::kIs:
    case Keyword::kJoin:
    case Keyword::kLeft:
    case Keyword::kLike:
    case Keyword::kLimit:
    case Keyword::kLock:
    case Keyword::kNatural:
    case Keyword::kNot:
    case Keyword::kOffset:
    case Keyword::kOn:
    case Keyword::kOr:
    case Keyword::kOrder:
    case Keyword::kProcedure:
    case Keyword::kReturning:
    case Keyword::kRight:
    case Keyword::kSelect:
    case Keyword::kSet:
    case Keyword::kStraightJoin:
    case Keyword::kThen:
    case Keyword::kUnion:
    case Keyword::kUse:
    case Keyword::kUsing:
    case Keyword::kValue:
    case Keyword::kValues:
    case Keyword::kWhen:
    case Keyword::kWhere:
    case Keyword::kWith:
      return true;
    default:
      return false;
  }
}

}  // namespace backlint::sql
