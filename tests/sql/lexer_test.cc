#include "sql/lexer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "sql/hole_position.h"

namespace backlint::sql {
namespace {

constexpr std::string_view kHole = "§";

std::vector<Segment> Split(std::string_view text) {
  std::vector<Segment> segments;
  while (!text.empty()) {
    const size_t at = text.find(kHole);
    if (at != 0) segments.push_back({false, text.substr(0, at)});
    if (at == std::string_view::npos) break;
    segments.push_back({true, {}});
    text.remove_prefix(at + kHole.size());
  }
  return segments;
}

// Every token with the letter of its kind: w(ord) n(ame) s(tring) d(ouble-quoted) 1 (number) p(laceholder) v(ariable) h(ole)
// o(perator) . (punctuation) c(omment); behind it the number of holes inside, and ! when it is not closed.
std::string Show(std::string_view text, Dialect dialect = Dialect::kUnknown) {
  constexpr std::string_view kLetters = " wnsd1pvho.c";
  const std::vector<Segment> segments = Split(text);
  const SegmentedText source(segments);
  std::string shown;
  for (const Token& token : Lex(source, LexicalRules::Of(dialect))) {
    if (!shown.empty()) shown += ' ';
    shown += kLetters[static_cast<int>(token.kind)];
    if (token.kind == TokenKind::kHole) continue;
    shown += ':' + std::string(TextOf(source, token));
    if (token.hole_count > 0) shown += '#' + std::to_string(token.hole_count);
    if (!token.closed) shown += '!';
  }
  return shown;
}

constexpr Dialect kPostgres = Dialect::kPostgres;
constexpr Dialect kMysql = Dialect::kMysql;
constexpr Dialect kSqlite = Dialect::kSqlite;

TEST(Lexer, WordsNumbersOperators) {
  EXPECT_EQ(Show("SELECT a_1$ FROM t"), "w:SELECT w:a_1$ w:FROM w:t");
  EXPECT_EQ(Show("1 1.5 .5 1e10 1.5E-3 0x1F 1_000 2."), "1:1 1:1.5 1:.5 1:1e10 1:1.5E-3 1:0x1F 1:1_000 1:2.");
  EXPECT_EQ(Show("a.b t.1"), "w:a .:. w:b w:t .:. 1:1");
  EXPECT_EQ(Show("a<>b<=c!=d||e::f->>g"), "w:a o:<> w:b o:<= w:c o:!= w:d o:|| w:e o::: w:f o:->> w:g");
  EXPECT_EQ(Show("a=-1;(b,c)"), "w:a o:= o:- 1:1 .:; .:( w:b .:, w:c .:)");
  EXPECT_EQ(Show("größe = 1"), "w:größe o:= 1:1");
  EXPECT_EQ(Show("\x01\\\x7f"), ".:\\ .:\x7f");
}

TEST(Lexer, Strings) {
  EXPECT_EQ(Show("'a' 'it''s' '' 'open"), "s:'a' s:'it''s' s:'' s:'open!");
  EXPECT_EQ(Show("'a\\' b", kPostgres), "s:'a\\' w:b");
  EXPECT_EQ(Show("'a\\' b'", kMysql), "s:'a\\' b'");
  EXPECT_EQ(Show("'a\\", kMysql), "s:'a\\!");
  EXPECT_EQ(Show("E'a\\'b' N'x' X'1F' B'01' U&'x'", kPostgres), "s:E'a\\'b' s:N'x' s:X'1F' s:B'01' s:U&'x'");
  EXPECT_EQ(Show("E'a'", kMysql), "w:E s:'a'");
  EXPECT_EQ(Show("note'x'"), "w:note s:'x'");
  EXPECT_EQ(Show("\"a\"\"b\"", kPostgres), "n:\"a\"\"b\"");
  EXPECT_EQ(Show("\"a\\\"b\"", kMysql), "s:\"a\\\"b\"");
  EXPECT_EQ(Show("\"a\""), "d:\"a\"");
  EXPECT_EQ(Show("`a``b` `c"), "n:`a``b` n:`c!");
}

TEST(Lexer, DollarQuotes) {
  EXPECT_EQ(Show("$$a'b$$ $x$a$$b$y$c$x$ d", kPostgres), "s:$$a'b$$ s:$x$a$$b$y$c$x$ w:d");
  EXPECT_EQ(Show("$$a", kPostgres), "s:$$a!");
  EXPECT_EQ(Show("$1 a$b$c $x", kPostgres), "p:$1 w:a$b$c p:$x");
  EXPECT_EQ(Show("$$§$§$ a", kPostgres), "s:$$$$ a#2!");
  EXPECT_EQ(Show("$a$ x $a$", kMysql), "p:$a$ w:x p:$a$");
}

TEST(Lexer, Brackets) {
  EXPECT_EQ(Show("[a b].[c]", kSqlite), "n:[a b] .:. n:[c]");
  EXPECT_EQ(Show("a[1] ARRAY[b] x[i:j]", kPostgres), "w:a .:[ 1:1 .:] w:ARRAY .:[ w:b .:] w:x .:[ w:i o:: w:j .:]");
  EXPECT_EQ(Show("FROM [a] WHERE b[c] = ARRAY [d]"), "w:FROM n:[a] w:WHERE w:b .:[ w:c .:] o:= w:ARRAY .:[ w:d .:]");
}

TEST(Lexer, Comments) {
  EXPECT_EQ(Show("a -- b\nc --"), "w:a c:-- b\n w:c c:--!");
  EXPECT_EQ(Show("a--b", kMysql), "w:a o:- o:- w:b");
  EXPECT_EQ(Show("a-- b", kMysql), "w:a c:-- b!");
  EXPECT_EQ(Show("a # b\nc", kMysql), "w:a c:# b\n w:c");
  EXPECT_EQ(Show("a # b\n # c", kPostgres), "w:a o:# w:b o:# w:c");
  EXPECT_EQ(Show("a # b\n # c"), "w:a o:# w:b c:# c!");
  EXPECT_EQ(Show("/* a /* b */ c */ d", kPostgres), "c:/* a /* b */ c */ w:d");
  EXPECT_EQ(Show("/* a /* b */ c */ d", kSqlite), "c:/* a /* b */ w:c o:* o:/ w:d");
  EXPECT_EQ(Show("/*!50000 a */ b /*M!c*/", kMysql), "c:/*!50000 w:a c:*/ w:b c:/*M! w:c c:*/");
  EXPECT_EQ(Show("/*! a */", kPostgres), "c:/*! a */");
  EXPECT_EQ(Show("/*"), "c:/*!");
  EXPECT_EQ(Show("/*/ a"), "c:/*/ a!");
}

TEST(Lexer, Placeholders) {
  EXPECT_EQ(Show("? ?1 $1 $name :name :1 @p", kSqlite), "p:? p:?1 p:$1 p:$name p::name p::1 p:@p");
  EXPECT_EQ(Show("%s %d %lld %1 %2$s %(n)s %1% %05.2f"), "p:%s p:%d p:%lld p:%1 p:%2$s p:%(n)s p:%1% p:%05.2f");
  EXPECT_EQ(Show("{} {0} {name} {:d} {:>10}"), "p:{} p:{0} p:{name} p:{:d} p:{:>10}");
  EXPECT_EQ(Show("a%2 (b)%3 c % 4"), "w:a o:% 1:2 .:( w:b .:) o:% 1:3 w:c o:% 1:4");
  EXPECT_EQ(Show("{ts 'x'}"), ".:{ w:ts s:'x' .:}");
  EXPECT_EQ(Show("@@version := @a", kMysql), "v:@@version o::= v:@a");
  EXPECT_EQ(Show("a @> b @ c", kPostgres), "w:a o:@> w:b o:@ w:c");
  EXPECT_EQ(Show("a ? 'k' AND b ?| c AND d = ?"), "w:a o:? s:'k' w:AND w:b o:?| w:c w:AND w:d o:= p:?");
  EXPECT_EQ(Show("(?,?,?)"), ".:( p:? .:, p:? .:, p:? .:)");
}

TEST(Lexer, Holes) {
  EXPECT_EQ(Show("a = '§' AND § = §"), "w:a o:= s:''#1 w:AND h o:= h");
  EXPECT_EQ(Show("§§"), "h h");
  EXPECT_EQ(Show("t_§_x"), "w:t_ h w:_x");
  EXPECT_EQ(Show("1§2"), "1:1 h 1:2");
  EXPECT_EQ(Show("<§="), "o:< h o:=");
  EXPECT_EQ(Show("-§- a"), "o:- h o:- w:a");
  EXPECT_EQ(Show("/§* a"), "o:/ h o:* w:a");
  EXPECT_EQ(Show("/* *§/ */ a"), "c:/* */ */#1 w:a");
  EXPECT_EQ(Show("'a'§'b'"), "s:'a' h s:'b'");
  EXPECT_EQ(Show("'§§''§"), "s:'''#3!");
  EXPECT_EQ(Show("-- §\n§"), "c:-- \n#1 h");
  EXPECT_EQ(Show("`§`.`§`"), "n:``#1 .:. n:``#1");
  EXPECT_EQ(Show("E§'x'"), "w:E h s:'x'");
  EXPECT_EQ(Show(":§"), "o:: h");
}

TEST(Lexer, Positions) {
  const std::vector<Segment> segments = {{false, "SEL"}, {false, "ECT '"}, {true, {}}, {false, ""}, {false, "x' FROM"}};
  const SegmentedText source(segments);
  const std::vector<Token> tokens = Lex(source, LexicalRules::Of(Dialect::kSqlite));
  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(TextOf(source, tokens[0]), "SELECT");
  EXPECT_EQ(source.Locate(tokens[0].begin), (TextPosition{0, 0}));
  EXPECT_EQ(source.Locate(tokens[0].end - 1), (TextPosition{1, 2}));
  EXPECT_EQ(source.Locate(tokens[1].begin), (TextPosition{1, 4}));
  EXPECT_EQ(source.Locate(source.holes()[tokens[1].first_hole]), (TextPosition{4, 0}));
  EXPECT_EQ(source.Locate(tokens[2].begin), (TextPosition{4, 3}));
  EXPECT_EQ(source.Locate(tokens[2].end), (TextPosition{4, 7}));
}

TEST(Lexer, Names) {
  const auto name = [](std::string_view text, Dialect dialect) {
    const Segment segment{false, text};
    const SegmentedText source(std::span(&segment, 1));
    return NameOf(source, Lex(source, LexicalRules::Of(dialect)).front());
  };
  EXPECT_EQ(name("abc", kPostgres), "abc");
  EXPECT_EQ(name("\"a\"\"b\"", kPostgres), "a\"b");
  EXPECT_EQ(name("`a``b`", kMysql), "a`b");
  EXPECT_EQ(name("[a b]", kSqlite), "a b");
  EXPECT_EQ(name("`open", kMysql), "open");
  EXPECT_EQ(name("\"", kPostgres), "");
}

bool IsBlank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

// Tokens stand in order, do not overlap, leave out blanks only, and every hole belongs to exactly one.
void ExpectSound(std::span<const Segment> segments, const LexicalRules& rules) {
  const SegmentedText source(segments);
  uint32_t end = 0;
  uint32_t holes = 0;
  for (const Token& token : Lex(source, rules)) {
    ASSERT_GE(token.begin, end);
    ASSERT_GE(token.end, token.begin);
    ASSERT_LE(token.end, source.text().size());
    ASSERT_TRUE(IsBlank(source.text().substr(end, token.begin - end)));
    ASSERT_TRUE(token.hole_count == 0 || token.first_hole == holes);
    holes += token.hole_count;
    ASSERT_TRUE(token.end > token.begin || token.kind == TokenKind::kHole || rules.starts_in_string);
    end = token.end;
  }
  ASSERT_TRUE(IsBlank(source.text().substr(end)));
  ASSERT_EQ(holes, source.holes().size());
}

void ExpectSoundEverywhere(std::string_view text) {
  const std::vector<Segment> segments = Split(text);
  for (const Dialect dialect : {Dialect::kUnknown, kPostgres, kMysql, kSqlite}) {
    LexicalRules rules = LexicalRules::Of(dialect);
    ExpectSound(segments, rules);
    rules.starts_in_string = true;
    ExpectSound(segments, rules);
    const size_t holes = SegmentedText(segments).holes().size();
    ASSERT_EQ(ClassifyHoles(segments, dialect).size(), holes);
  }
  GuessDialect(segments);
  BeginsStatement(text);
}

TEST(LexerRobustness, RandomMarks) {
  std::mt19937 random(7);
  constexpr std::string_view kMarks[] = {
      "'", "\"", "`", "[", "]",  "$",     "$a$",     "--",      "/*",        "*/",   "/*!",  "#",  "\\",   "\n",  "(",  ")",
      ",", ";",  ".", ":", "::", "@",     "?",       "%s",      "%",         "{",    "}",    "E'", "U&\"", "1",   "0x", "1e",
      "a", " ",  "§", "§", "IN", "LIKE ", "SELECT ", "VALUES ", "ORDER BY ", "AND ", "SET ", "=",  "\xc3", "\xff"};
  for (int round = 0; round < 6000; ++round) {
    std::string text;
    for (unsigned count = random() % 24; count > 0; --count) text += kMarks[random() % std::size(kMarks)];
    ASSERT_NO_FATAL_FAILURE(ExpectSoundEverywhere(text)) << text;
  }
}

TEST(LexerRobustness, RandomBytes) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 64, '\0');
    for (char& c : text) c = static_cast<char>(random() % 256);
    ASSERT_NO_FATAL_FAILURE(ExpectSoundEverywhere(text));
  }
}

TEST(LexerRobustness, MutatedStatements) {
  constexpr std::string_view kStatements[] = {
      "WITH x(a) AS (SELECT 1) INSERT INTO t (a, b) SELECT §, '§' FROM x WHERE a IN (§) AND b LIKE '%§%' ORDER BY § DESC LIMIT "
      "§",
      "UPDATE \"t\" SET a = E'\\'§', b = $x$ § $x$ WHERE `c` BETWEEN § AND § -- §\n AND d = /* § */ 1;DELETE FROM [§]",
      "CREATE TABLE IF NOT EXISTS t_§ (id int PRIMARY KEY, a text DEFAULT '§', FOREIGN KEY (a) REFERENCES u (b) ON DELETE SET "
      "NULL)",
      "INSERT INTO t VALUES (?, $1, :n, @p, %s, {}), (§, X'0§', N'§') ON DUPLICATE KEY UPDATE a = VALUES(a), b = §"};
  std::mt19937 random(13);
  for (int round = 0; round < 4000; ++round) {
    std::string text(kStatements[random() % std::size(kStatements)]);
    for (unsigned count = 1 + random() % 4; count > 0 && !text.empty(); --count) {
      const size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text.erase(at, 1 + random() % 6);
          break;
        case 1:
          text.insert(at, 1, "'\"`()[]$\\;*/-"[random() % 13]);
          break;
        default:
          text[at] = static_cast<char>(random() % 256);
      }
    }
    ASSERT_NO_FATAL_FAILURE(ExpectSoundEverywhere(text)) << text;
  }
}

// Each of these is quadratic in a lexer that looks back or ahead without a bound.
TEST(LexerRobustness, LongTexts) {
  for (const std::string_view unit : {"'",  "\"", "`",    "[a", "$a$ ", "$b$c",  "/*",  "/* *", "--\n", "(", "%(",
                                      "{a", "? ", "@@a.", "§'", "§",    "§§ ' ", "\\'", "$§$",  "a§",   "E'"}) {
    std::string text;
    while (text.size() < 60000) text += unit;
    ExpectSoundEverywhere(text);
  }
}

}  // namespace
}  // namespace backlint::sql
