#include "sql/script.h"

#include <array>
#include <deque>
#include <string>

#include "sql/hidden_change.h"
#include "sql/hole_position.h"
#include "sql/reading.h"
#include "sql/splitter.h"
#include "sql/statement_parser.h"

namespace backlint::sql {
namespace {

// The beginning of a text tells its dialect as well as all of it.
constexpr size_t kGuessed = size_t{64} << 10;

std::vector<Segment> Copy(std::span<const Segment> segments, std::deque<std::string>& texts) {
  std::vector<Segment> copies;
  size_t left = Script::kLongestScript;
  for (const Segment& segment : segments) {
    if (segment.hole) {
      copies.push_back(segment);
      continue;
    }
    texts.emplace_back(segment.text.substr(0, left));
    left -= texts.back().size();
    copies.push_back({false, texts.back()});
  }
  return copies;
}

Dialect Guess(std::span<const Segment> segments) {
  std::vector<Segment> beginning;
  size_t left = kGuessed;
  for (const Segment& segment : segments) {
    beginning.push_back({segment.hole, segment.text.substr(0, left)});
    left -= beginning.back().text.size();
    if (left == 0) break;
  }
  return GuessDialect(beginning);
}

}  // namespace

struct Script::Storage {
  explicit Storage(std::span<const Segment> from) : segments(Copy(from, texts)), source(segments) {}
  std::deque<std::string> texts;
  std::vector<Segment> segments;
  SegmentedText source;
  std::deque<std::string> names;
};

Script::Script(std::span<const Segment> segments, Dialect dialect)
    : storage_(std::make_unique<Storage>(segments)), dialect_(dialect == Dialect::kUnknown ? Guess(segments) : dialect) {
  Read();
}

Script::Script(std::string_view text, Dialect dialect) : Script(std::array<Segment, 1>{{{false, text}}}, dialect) {}

Script::~Script() = default;
Script::Script(Script&&) noexcept = default;
Script& Script::operator=(Script&&) noexcept = default;

std::string_view Script::text() const { return storage_->source.text(); }
TextPosition Script::Locate(uint32_t offset) const { return storage_->source.Locate(offset); }

void Script::Read() {
  LexicalRules rules = LexicalRules::Of(dialect_);
  // A backslash before a quote escapes it in some dialects and is itself in others.
  if (dialect_ == Dialect::kUnknown && text().size() < kGuessed && text().find('\\') != std::string_view::npos) {
    rules = BestReading(storage_->source, dialect_).rules;
    rules.starts_in_string = false;
  }
  Splitter splitter(storage_->source, rules);
  StatementParser parser(storage_->source, storage_->names, dialect_);
  const HiddenChanges hidden(storage_->source, storage_->names, dialect_);
  StatementTokens tokens;
  // One statement a line, as it were; what is not needed is never touched.
  constexpr size_t kShort = 60;
  statements_.reserve(text().size() / kShort + 1);
  while (splitter.Next(tokens)) {
    Statement statement;
    statement.begin = tokens.begin;
    statement.end = tokens.end;
    statement.line = tokens.line;
    statement.terminated = tokens.terminated;
    parser.Parse(tokens.tokens, statement);
    hidden.Find(tokens.tokens, statement);
    statements_.push_back(std::move(statement));
  }
}

}  // namespace backlint::sql
