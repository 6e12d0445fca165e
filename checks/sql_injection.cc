// Reports text of unknown or foreign content that becomes part of an SQL statement, at the line where it is put in.
//
// Deliberately not reported: numbers, enumerations and constants; values escaped for where they stand; values that a condition tests;
// parameters whose every caller is harmless; names of tables and columns, clauses and whole statements, unless their text
// comes from a request, the network or a user's input (most are configuration or constants that cannot be followed); DDL.
#include "checks/check.h"

#include <algorithm>
#include <map>
#include <string>

#include <fmt/format.h>

namespace backlint::checks {

extern const Check sql_injection;

namespace {

using sql::HolePosition;

bool IsValuePosition(HolePosition position) {
  return position == HolePosition::kQuoted || position == HolePosition::kLike || position == HolePosition::kValue ||
         position == HolePosition::kLimit;
}

// Statements that carry data. Settings, DDL and maintenance are made of names and configuration.
bool CarriesData(std::string_view verb) {
  static constexpr std::string_view kVerbs[] = {"SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "MERGE", "CALL", "EXEC", "EXECUTE", "VALUES"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), verb) != std::end(kVerbs);
}

// Of a text that an object has gathered in several calls, each way shows one part: the first of them tells what it is.
std::string_view VerbOf(const Query& query, const QueryWay& way) {
  const bool part = way.verb.empty() && !way.pieces.empty() && way.pieces[0].hole >= 0 && way.holes[static_cast<size_t>(way.pieces[0].hole)].left_out;
  if (!part) return way.verb;
  for (const QueryWay& other : query.ways)
    if (!other.verb.empty()) return other.verb;
  return "";
}

bool Reportable(const Query& query, const QueryWay& way, const QueryHole& hole) {
  if (hole.trust == Trust::kHarmless || (hole.left_out && hole.trust != Trust::kUntrusted)) return false;
  const std::string_view verb = hole.verb.empty() ? VerbOf(query, way) : hole.verb;
  if (hole.trust == Trust::kUntrusted) return !verb.empty() || IsValuePosition(hole.position) || hole.position == HolePosition::kStatement;
  return hole.text && IsValuePosition(hole.position) && CarriesData(verb);
}

struct Group {
  const Query* query = nullptr;
  const QueryWay* way = nullptr;
  QueryHole worst;
  std::vector<std::string> names;      // in the order of the text
};

std::string Where(HolePosition position) {
  switch (position) {
    case HolePosition::kQuoted: return "between quotes";
    case HolePosition::kLike: return "in a LIKE pattern";
    case HolePosition::kValue: return "as a value";
    case HolePosition::kLimit: return "as a limit";
    case HolePosition::kIdentifier: case HolePosition::kQuotedIdentifier: return "as a name";
    case HolePosition::kOrderBy: return "in ORDER BY";
    case HolePosition::kComment: return "in a comment, which it can end";
    default: return "as a part of its own";
  }
}

std::string Names(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += fmt::format("{}`{}`", all.empty() ? "" : ", ", name);
  return all;
}

std::string Message(const Group& group) {
  const QueryHole& hole = group.worst;
  const std::string names = Names(group.names);
  if (hole.doubly_quoted) return fmt::format("{} is quoted twice: the escaper adds quotes, and the SQL text has its own", names.empty() ? "the value" : names);
  if (hole.misplaced_escape) {
    return fmt::format("{} is escaped, but not for where it stands in the SQL statement ({})", names.empty() ? "the value" : names, Where(hole.position));
  }
  const std::string origin = hole.source.empty() ? "text of unknown origin" : fmt::format("text from {}", hole.source);
  if (hole.position == HolePosition::kStatement) return fmt::format("{} is run as an SQL statement{}", origin, names.empty() ? "" : ": " + names);
  return fmt::format("{} becomes part of an SQL statement{}", origin, names.empty() ? "" : ": " + names);
}

std::string Fix(const Group& group) {
  const HolePosition position = group.worst.position;
  if (position == HolePosition::kIdentifier || position == HolePosition::kQuotedIdentifier || position == HolePosition::kOrderBy)
    return "Names cannot be bound: compare the text with a fixed list of allowed names, and put the list's entry into the statement.";
  if (position == HolePosition::kStatement || position == HolePosition::kClause)
    return "Let callers choose among statements that the program knows, and bind their values as parameters.";
  const std::string quotes = position == HolePosition::kQuoted || position == HolePosition::kLike ? ", without quotes around the placeholder" : "";
  const std::string note = group.query->parameterised_note.empty() ? "" : " " + group.query->parameterised_note;
  if (group.query->parameterised.empty()) return fmt::format("Put a placeholder into the text{}, and bind the value as a parameter.{}", quotes, note);
  return fmt::format("Put a placeholder into the text{}, and bind the value: `{}`.{}", quotes, group.query->parameterised, note);
}

Finding Report(const Place& place, const Group& group) {
  const QueryHole& hole = group.worst;
  Finding finding;
  finding.entry = &sql_injection.entry;
  finding.severity = hole.trust == Trust::kUnknown ? Severity::kWarning : Severity::kError;
  finding.place = place;
  finding.function = hole.joined_in;
  finding.message = Message(group);
  finding.fix = Fix(group);
  finding.anchor = Display(group.query->text) + "|" + Names(group.names);
  if (hole.from.line != 0 && !hole.origin.empty()) finding.notes.push_back({hole.from, hole.origin});
  for (const Note& note : group.way->path) finding.notes.push_back(note);
  if (group.query->run.line != 0 && group.query->run != place)
    finding.notes.push_back({group.query->run, fmt::format("`{}` runs it: {}", group.query->call, Display(*group.way))});
  else
    finding.notes.push_back({place, fmt::format("the statement: {}", Display(*group.way))});
  return finding;
}

Findings Run(const Backend& backend) {
  std::map<std::pair<std::string, uint32_t>, Group> lines;      // one finding a line: that is what a developer changes
  for (const Query& query : backend.queries())
    for (const QueryWay& way : query.ways)
      for (const QueryHole& hole : way.holes) {
        if (query.prepared || !Reportable(query, way, hole)) continue;
        Group& group = lines[{hole.joined.path, hole.joined.line}];
        const Place first = group.query ? std::min(group.worst.joined, hole.joined) : hole.joined;
        if (group.query == nullptr || hole.trust > group.worst.trust) {
          group.query = &query;
          group.way = &way;
          group.worst = hole;
        }
        group.worst.joined = first;
        if (!hole.name.empty() && std::find(group.names.begin(), group.names.end(), hole.name) == group.names.end()) group.names.push_back(hole.name);
      }
  Findings findings;
  for (const auto& [line, group] : lines) findings.push_back(Report(group.worst.joined, group));
  return findings;
}

}  // namespace

constinit const Check sql_injection{
    .entry =
        {
            .name = "sql-injection",
            .chapter = Chapter::kSecurity,
            .severity = Severity::kError,
            .symptom = "A name with an apostrophe breaks a page; a crafted one reads or changes every row of the database.",
            .cause = "Text that the program does not control is joined into the text of an SQL statement. The database cannot tell "
                     "the two apart, so a quote in the value ends the literal and what follows runs as SQL.",
            .fix = "Keep the statement constant and pass values beside it as bound parameters. What cannot be bound (names of "
                   "tables and columns, sort order) comes from a fixed list in the program.",
            .scope = "Values are reported as errors when they come from a request, the network, a user's input, the command line, the "
                     "environment, a file or another query, and as warnings when their origin is not known. Names of tables and columns, "
                     "clauses and whole statements are reported only when they come from a request, the network or a user's input: most "
                     "others are configuration. Numbers, enumerations, constants, bound values, values escaped for where they stand and "
                     "values that a condition compares with known ones stay silent; so does DDL.",
        },
    .run = Run,
};

}  // namespace backlint::checks
