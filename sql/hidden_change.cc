#include "sql/hidden_change.h"

#include <algorithm>
#include <array>
#include <vector>

#include "sql/statement_parser.h"

namespace backlint::sql {
namespace {

bool HoldsProgram(std::span<const Token> tokens) {
  constexpr size_t kHead = 12;  // CREATE OR REPLACE DEFINER = a @ b PROCEDURE
  switch (tokens.front().keyword) {
    case Keyword::kDo:
    case Keyword::kPrepare:
    case Keyword::kSet:
      return true;
    case Keyword::kCreate: {
      const auto head = tokens.first(std::min(kHead, tokens.size()));
      return std::any_of(head.begin(), head.end(), [](const Token& token) {
        return token.keyword == Keyword::kFunction || token.keyword == Keyword::kProcedure || token.keyword == Keyword::kEvent;
      });
    }
    default:
      return false;
  }
}

// At CREATE UNIQUE INDEX, ALTER TABLE, CREATE OR REPLACE TABLE.
bool BeginsDefinition(std::span<const Token> tokens) {
  constexpr size_t kMostBetween = 3;
  switch (tokens.front().keyword) {
    case Keyword::kCreate:
    case Keyword::kAlter:
    case Keyword::kDrop:
    case Keyword::kRename: {
      const auto behind = tokens.subspan(1, std::min(kMostBetween, tokens.size() - 1));
      return std::any_of(behind.begin(), behind.end(),
                         [](const Token& token) { return token.keyword == Keyword::kTable || token.keyword == Keyword::kIndex; });
    }
    default:
      return false;
  }
}

// Whether other columns, or keys that are not known, may be there afterwards.
bool ChangesTable(const Operation& operation) {
  switch (operation.kind) {
    case OperationKind::kCreateTable:
    case OperationKind::kDropTable:
    case OperationKind::kRenameTable:
    case OperationKind::kAddColumn:
    case OperationKind::kDropColumn:
    case OperationKind::kRenameColumn:
    case OperationKind::kModifyColumn:
    case OperationKind::kChangeType:
    case OperationKind::kSetNotNull:
    case OperationKind::kAddKey:
    case OperationKind::kDropKey:
    case OperationKind::kDropPrimaryKey:
    case OperationKind::kCreateIndex:
      return !operation.temporary;
    default:
      return false;
  }
}

}  // namespace

void HiddenChanges::Find(std::span<const Token> tokens, Statement& statement) const {
  if (HoldsProgram(tokens)) Scan(text_, tokens, 0, statement);
}

void HiddenChanges::Scan(const SegmentedText& text, std::span<const Token> tokens, int depth, Statement& statement) const {
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::kString && tokens[i].hole_count == 0) ScanText(TextOf(text, tokens[i]), tokens[i], depth, statement);
    if (!BeginsDefinition(tokens.subspan(i))) continue;
    const auto ends = [&](const Token& token) { return token.kind == TokenKind::kPunctuation && TextOf(text, token) == ";"; };
    const size_t begin = i;
    while (i < tokens.size() && !ends(tokens[i])) ++i;
    Note(text, tokens.subspan(begin, i - begin), statement);
  }
}

void HiddenChanges::ScanText(std::string_view quoted, const Token& token, int depth, Statement& statement) const {
  const bool tagged = token.quote == '$';
  const size_t first = quoted.find(token.quote), second = tagged ? quoted.find('$', first + 1) : first;
  if (depth == kDeepest || second == std::string_view::npos) return;
  const size_t mark = tagged ? second - first + 1 : 1;
  quoted.remove_prefix(second + 1);
  if (token.closed && quoted.size() >= mark) quoted.remove_suffix(mark);
  const std::array<Segment, 1> segments = {{{false, quoted}}};
  const SegmentedText inner(segments);
  std::vector<Token> tokens = Lex(inner, LexicalRules::Of(dialect_));
  std::erase_if(tokens, [](const Token& part) { return part.kind == TokenKind::kComment; });
  Scan(inner, tokens, depth + 1, statement);
}

void HiddenChanges::Note(const SegmentedText& text, std::span<const Token> tokens, Statement& statement) const {
  Statement found;
  StatementParser(text, names_, dialect_).Parse(tokens, found);
  for (const Operation& operation : found.operations) {
    if (!ChangesTable(operation)) continue;
    Operation change;
    change.kind = OperationKind::kMayChange;
    change.object = operation.object;
    change.offset = statement.begin;
    change.if_exists = operation.kind == OperationKind::kDropTable;
    change.object.has_hole |= change.object.name.empty();
    // A block runs once, here; what a function does to tables that it is told of is another matter.
    if (change.object.has_hole && statement.kind == StatementKind::kCreateOther) continue;
    statement.operations.push_back(std::move(change));
  }
}

}  // namespace backlint::sql
