#include "backend/query_builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "backend/trust.h"
#include "sql/prepared_statement.h"
#include "sql/splitter.h"

namespace backlint {
namespace {

constexpr size_t kMostWays = 50000;       // followed of one sink
constexpr size_t kMostWaysKept = 64;      // of one query

sql::Dialect DialectOf(ModelDialect dialect) {
  switch (dialect) {
    case ModelDialect::kPostgres: return sql::Dialect::kPostgres;
    case ModelDialect::kMysql: return sql::Dialect::kMysql;
    case ModelDialect::kSqlite: return sql::Dialect::kSqlite;
    default: return sql::Dialect::kUnknown;
  }
}

class Builder {
 public:
  Builder(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts)
      : vocabulary_(vocabulary), program_(vocabulary.program()), facts_(facts) {}

  BuiltQueries Run() {
    for (const auto& sinks : facts_.sinks)
      for (const flow::Sink& sink : sinks)
        if (sink.kind == flow::SinkKind::kRegistration) Register(sink);
    // What runs by its name comes last: texts can prepare it, too.
    for (const flow::SinkKind kind : {flow::SinkKind::kQuery, flow::SinkKind::kExecution})
      for (const auto& sinks : facts_.sinks)
        for (const flow::Sink& sink : sinks)
          if (sink.kind == kind) AddSink(sink);
    BuiltQueries built;
    built.cut.assign(cut_.begin(), cut_.end());
    for (auto& [key, query] : queries_) built.queries.push_back(std::move(query));
    for (auto& [key, query] : queries_) built.runners.push_back(std::move(runners_[key]));
    for (const auto& [site, place] : sites_) {
      const auto query = queries_.find(place);
      const auto row = rows_.find(site);
      built.sites[site.first].push_back({site.second, static_cast<size_t>(std::distance(queries_.begin(), query)), row == rows_.end() ? nullptr : row->second});
    }
    return built;
  }

 private:
  Place PlaceOf(CallSite site) const {
    const ProgramFunction& function = program_.functions()[site.caller];
    return program_.PlaceOf(function.unit, function.facts->values()->Get(site.value)->location());
  }

  void AddSink(const flow::Sink& sink) {
    bool cut = false;
    for (flow::Expansion& way : flow::Expand(vocabulary_, facts_, sink, kMostWays, &cut)) {
      const auto found = sink.kind == flow::SinkKind::kExecution ? registered_.find(NameOf(way.text)) : registered_.end();
      if (found == registered_.end()) {
        if (sink.kind == flow::SinkKind::kQuery) RegisterPrepared(way.text);
        AddWay(sink, way);
        continue;
      }
      for (const flow::Text& statement : found->second) {
        way.text = way.begun = statement;
        AddWay(sink, way);
      }
    }
    if (cut) cut_.insert(PlaceOf({sink.function, sink.value}));
  }

  void Register(const flow::Sink& sink) {
    bool cut = false;
    for (const flow::Expansion& way : flow::Expand(vocabulary_, facts_, sink, kMostWays, &cut)) {
      // A name that is not known in full is no name.
      if (way.text.empty() || way.text[0].hole) continue;
      const size_t end = way.text[0].text.find(flow::kNameEnd);
      if (end == std::string::npos) continue;
      flow::Text statement = way.text;
      statement[0].text.erase(0, end + flow::kNameEnd.size());
      if (statement[0].text.empty()) statement.erase(statement.begin());
      Register(way.text[0].text.substr(0, end), std::move(statement));
    }
    if (cut) cut_.insert(PlaceOf({sink.function, sink.value}));
  }

  void Register(const std::string& name, flow::Text statement) {
    auto& statements = registered_[name];
    const auto same = [&](const flow::Text& known) { return flow::Same(known, statement); };
    if (std::none_of(statements.begin(), statements.end(), same)) statements.push_back(std::move(statement));
  }

  // `PREPARE find (int8) AS SELECT ...; PREPARE ...`
  void RegisterPrepared(const flow::Text& text) {
    const auto may_prepare = [](const flow::Piece& piece) {
      return piece.text.find("PREPARE") != std::string::npos || piece.text.find("prepare") != std::string::npos;
    };
    if (std::none_of(text.begin(), text.end(), may_prepare)) return;
    const std::vector<sql::Segment> segments = Segments(text);
    const sql::SegmentedText segmented(segments);
    sql::Splitter splitter(segmented, sql::LexicalRules::Of(sql::Dialect::kPostgres));
    for (sql::StatementTokens tokens; splitter.Next(tokens);) {
      flow::Text statement = Part(text, segmented.Locate(tokens.begin), segmented.Locate(tokens.end));
      if (statement.empty() || statement[0].hole) continue;
      const auto prepared = sql::ReadPreparedStatement(statement[0].text);
      if (!prepared) continue;
      statement[0].text.erase(0, prepared->begin);
      if (statement[0].text.empty()) statement.erase(statement.begin());
      Register(prepared->name, std::move(statement));
    }
  }

  static flow::Text Part(const flow::Text& text, sql::TextPosition begin, sql::TextPosition end) {
    flow::Text part;
    for (uint32_t i = begin.segment; i <= end.segment && i < text.size(); ++i) {
      flow::Piece piece = text[i];
      if (i == end.segment) piece.text.resize(std::min<size_t>(piece.text.size(), end.offset));
      if (i == begin.segment) piece.text.erase(0, begin.offset);
      if (piece.hole || !piece.text.empty()) part.push_back(std::move(piece));
    }
    return part;
  }

  static std::string NameOf(const flow::Text& text) { return flow::IsLiteral(text) ? flow::LiteralText(text) : std::string(flow::kNameEnd); }

  void AddWay(const flow::Sink& sink, const flow::Expansion& expansion) {
    const CallSite owner = expansion.owner == 0 ? CallSite{sink.function, sink.value} : expansion.callers[expansion.owner - 1];
    const CallRow& row = *sink.row;
    sql::Dialect dialect = DialectOf(row.dialect != ModelDialect::kAny || !row.library ? row.dialect : row.library->dialect);
    if (dialect == sql::Dialect::kUnknown) dialect = Guess(expansion.text);
    QueryWay begun = WayOf(expansion.begun, dialect, owner);
    const Place place = PlaceOf(owner), run = PlaceOf({sink.function, sink.value});
    Query& query = queries_[place];
    if (row.role != Role::kPrepare || row.name == kAbsent) sites_[{owner.caller, owner.value}] = place;
    runners_[place].insert(sink.function);
    for (size_t i = 0; i < expansion.owner; ++i) runners_[place].insert(expansion.callers[i].caller);
    if (expansion.owner == 0) rows_[{owner.caller, owner.value}] = &row;
    query.runs.insert(run);
    const bool better = query.ways.empty() || Rank(begun) > Rank(query.text);
    if (query.ways.empty()) {
      query.place = place;
      query.function = program_.FunctionName(owner.caller);
      query.constructs = (program_.functions()[owner.caller].facts->flags() & facts::kConstructor) != 0;
      query.run = run;
      query.call = row.function;
      query.library = row.library ? row.library->name : "";
      query.parameterised = row.library ? row.library->parameterised : "";
      query.parameterised_note = row.library ? row.library->parameterised_note : "";
      query.dialect = dialect;
      query.wrapped = expansion.owner != 0;
      query.prepared = sink.kind == flow::SinkKind::kExecution;
    }
    if (better) {
      query.understood = Understood(begun);
      query.text = std::move(begun);
    }
    QueryWay way = WayOf(expansion.text, dialect, owner);
    for (size_t i = expansion.callers.size(); i-- > 0;) {
      const CallSite& site = expansion.callers[i];
      const SymbolId callee = program_.SymbolOf(site.caller, *program_.functions()[site.caller].facts->values()->Get(site.value));
      way.path.push_back({PlaceOf(site), fmt::format("passed to `{}` here", callee == kNone ? "" : program_.symbols()[callee].qualified)});
    }
    if (!Keep(std::move(way), &query)) cut_.insert(place);
  }

  // Of more ways than anybody reads those that can do most harm, in the order in which they were found. False when one was left out.
  static bool Keep(QueryWay way, Query* query) {
    if (query->ways.size() < kMostWaysKept) {
      query->ways.push_back(std::move(way));
      return true;
    }
    const auto least = std::min_element(query->ways.begin(), query->ways.end(), [](const QueryWay& a, const QueryWay& b) { return Worst(a) < Worst(b); });
    if (Worst(*least) < Worst(way)) *least = std::move(way);
    return false;
  }

  static Trust Worst(const QueryWay& way) {
    Trust worst = Trust::kHarmless;
    for (const QueryHole& hole : way.holes) worst = std::max(worst, hole.trust);
    return worst;
  }

  sql::Dialect Guess(const flow::Text& text) const {
    const std::vector<sql::Segment> segments = Segments(text);
    return sql::GuessDialect(segments);
  }

  static std::vector<sql::Segment> Segments(const flow::Text& text) {
    std::vector<sql::Segment> segments;
    for (const flow::Piece& piece : text) segments.push_back({piece.hole != nullptr, piece.text});
    return segments;
  }

  QueryWay WayOf(const flow::Text& text, sql::Dialect dialect, CallSite owner) const {
    QueryWay way;
    const std::vector<sql::Segment> segments = Segments(text);
    const std::vector<sql::HolePlace> places = sql::PlaceHoles(segments, dialect);
    for (const flow::Piece& piece : text) {
      if (!piece.hole) {
        way.pieces.push_back({piece.text, -1});
        continue;
      }
      QueryHole hole;
      hole.position = places[way.holes.size()].position;
      hole.verb = places[way.holes.size()].verb;
      Judge(program_, *piece.hole, &hole);
      TellValue(*piece.hole, &hole);
      hole.joined = piece.hole->joined.line != 0 ? piece.hole->joined : PlaceOf(owner);
      hole.joined_in = program_.FunctionName(piece.hole->joined_in != kNone ? piece.hole->joined_in : owner.caller);
      way.pieces.push_back({"", static_cast<int>(way.holes.size())});
      way.holes.push_back(std::move(hole));
    }
    way.verb = VerbOf(way);
    return way;
  }

  static void TellValue(const flow::Hole& origin, QueryHole* hole) {
    // What an escaper was given, not what it made of it.
    if (origin.origin == flow::Origin::kEscaped && !origin.inner.empty() && origin.inner[0].size() == 1 && origin.inner[0][0].hole)
      return TellValue(*origin.inner[0][0].hole, hole);
    hole->function = origin.value.caller;
    hole->value = origin.value.value;
    if (origin.origin != flow::Origin::kParameter || origin.value.caller != kNone) return;
    hole->function = origin.function;
    hole->parameter = origin.index;
  }

  // Which of several texts tells a reader most: one that is understood, then the longest.
  static std::pair<bool, size_t> Rank(const QueryWay& way) {
    size_t length = 0;
    for (const QueryPiece& piece : way.pieces) length += piece.hole < 0 ? piece.text.size() : 1;
    return {Understood(way), length};
  }

  // What an object has gathered before is left out, and is nothing most often: `{...}SELECT`.
  static std::string VerbOf(const QueryWay& way) {
    const size_t first = !way.pieces.empty() && way.pieces[0].hole >= 0 && IsLeftOut(way.holes[static_cast<size_t>(way.pieces[0].hole)]) ? 1 : 0;
    if (way.pieces.size() <= first || way.pieces[first].hole >= 0 || !sql::BeginsStatement(way.pieces[first].text)) return "";
    return sql::FirstVerb(way.pieces[first].text);
  }

  static bool IsLeftOut(const QueryHole& hole) { return hole.left_out && hole.name.empty(); }

  // Nothing of the statement is missing: it begins as one, and no hole stands for more than a value or a name.
  static bool Understood(const QueryWay& way) {
    if (way.verb.empty()) return false;
    return std::none_of(way.holes.begin(), way.holes.end(), [](const QueryHole& hole) {
      return hole.left_out || hole.position == sql::HolePosition::kClause || hole.position == sql::HolePosition::kStatement;
    });
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const flow::TextFacts& facts_;
  std::map<Place, Query> queries_;
  std::map<Place, std::set<FunctionId>> runners_;
  std::map<std::pair<FunctionId, uint32_t>, Place> sites_;         // calls that run them
  std::map<std::pair<FunctionId, uint32_t>, const CallRow*> rows_;
  std::map<std::string, std::vector<flow::Text>> registered_;      // statements by name
  std::set<Place> cut_;
};

}  // namespace

BuiltQueries BuildQueries(const flow::Vocabulary& vocabulary, const flow::TextFacts& facts) { return Builder(vocabulary, facts).Run(); }

// String classes have long names and many; what matters is that it is text.
static std::string TypeOf(const QueryHole& hole) {
  if (hole.text) return "text";
  return hole.type.starts_with("const ") ? hole.type.substr(6) : hole.type;
}

std::string Display(const QueryWay& way) {
  std::string all;
  for (const QueryPiece& piece : way.pieces) {
    if (piece.hole < 0) {
      for (char c : piece.text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank) all += c;
        else if (!all.empty() && all.back() != ' ') all += ' ';
      }
      continue;
    }
    const QueryHole& hole = way.holes[static_cast<size_t>(piece.hole)];
    if (hole.left_out && hole.name.empty()) all += "{...}";
    else all += TypeOf(hole).empty() ? fmt::format("{{{}}}", hole.name) : fmt::format("{{{}:{}}}", hole.name, TypeOf(hole));
  }
  return all;
}

std::string_view Name(Trust trust) {
  switch (trust) {
    case Trust::kHarmless: return "harmless";
    case Trust::kUnknown: return "unknown";
    case Trust::kTool: return "tool";
    case Trust::kStored: return "stored";
    case Trust::kUntrusted: return "untrusted";
  }
  return "";
}

}  // namespace backlint
