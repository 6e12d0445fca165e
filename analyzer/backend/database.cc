#include "backend/database.h"

#include <algorithm>
#include <set>
#include <utility>

#include "backend/rehearsal.h"
#include "sql/hole_position.h"
#include "sql/schema_resolution.h"

namespace backlint {
namespace {

using sql::Dialect;
using sql::OperationKind;

bool Has(const sql::Script& script, OperationKind kind) {
  for (const sql::Statement& statement : script.statements())
    for (const sql::Operation& operation : statement.operations)
      if (operation.kind == kind) return true;
  return false;
}

bool DefinesSomething(const sql::Script& script) {
  return std::any_of(script.statements().begin(), script.statements().end(), [](const sql::Statement& s) { return !s.operations.empty(); });
}

bool IsWholeDefinition(const sql::Script& script) {
  return DefinesSomething(script) && std::all_of(script.statements().begin(), script.statements().end(), [](const sql::Statement& s) { return sql::IsWhole(s); });
}

}  // namespace

class DatabaseBuilder {
 public:
  DatabaseBuilder(const Program& program, std::span<const Query> queries) : program_(program), queries_(queries) {}

  Database Run(std::span<const SqlFile> files) {
    ReadFiles(files);
    ReadQueries();
    ReadLiterals();
    DecideDialect();
    std::stable_sort(definitions_.begin(), definitions_.end(), [](const Definition& a, const Definition& b) { return a.Order() < b.Order(); });
    Define(false);
    Define(true);
    for (const auto& [dialect, schema] : database_.schemas_)
      for (const sql::SchemaTable* table : schema.tables()) database_.owners_.emplace(table, &schema);
    Collect();
    return std::move(database_);
  }

 private:
  // What may define tables.
  struct Definition {
    const sql::Script* script;
    std::string_view path;
    uint32_t line;
    bool file;                   // else program text
    bool rehearsal;              // such tables count where nothing else defines any

    // Tables before what changes them, files before program text.
    std::pair<bool, bool> Order() const { return {!file, !file && !Has(*script, OperationKind::kCreateTable)}; }
  };

  void ReadFiles(std::span<const SqlFile> files) {
    std::vector<sql::MigrationFile> all;
    for (const SqlFile& file : files) all.push_back({file.path, file.text});
    for (const sql::MigrationHistory& found : sql::OrderMigrations(all)) {
      History history{found.folder, found.style, {}, Dialect::kUnknown, IsRehearsal(found.folder + "/")};
      const Dialect most = history.IsOrdered() ? Majority(found, files) : Dialect::kUnknown;
      for (const sql::Migration& step : found.steps) {
        Dialect dialect = files[step.file].dialect;
        if (dialect == Dialect::kUnknown) dialect = sql::GuessDialectOfPath(files[step.file].path);
        if (dialect == Dialect::kUnknown) dialect = most;
        history.steps.push_back({files[step.file].path, sql::Script(step.up, dialect), step.line, step.repeatable, step.wrapped});
      }
      database_.histories_.push_back(std::move(history));
    }
    for (const History& history : database_.histories_)
      for (const MigrationStep& step : history.steps) definitions_.push_back({&step.script, step.path, step.first_line, true, IsRehearsal(step.path)});
  }

  // Steps of one history are meant for one engine.
  static Dialect Majority(const sql::MigrationHistory& history, std::span<const SqlFile> files) {
    std::map<Dialect, size_t> votes;
    for (const sql::Migration& step : history.steps) {
      const sql::Segment whole[] = {{false, step.up}};
      if (const Dialect dialect = sql::GuessDialect(whole); dialect != Dialect::kUnknown) ++votes[dialect];
      else if (const Dialect named = sql::GuessDialectOfPath(files[step.file].path); named != Dialect::kUnknown) ++votes[named];
    }
    const auto most = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == votes.end() ? Dialect::kUnknown : most->first;
  }

  void ReadQueries() {
    for (size_t q = 0; q < queries_.size(); ++q) {
      std::set<std::vector<std::pair<bool, std::string_view>>> seen;
      for (size_t w = 0; w < queries_[q].ways.size(); ++w) {
        std::vector<sql::Segment> segments;
        std::vector<std::pair<bool, std::string_view>> key;
        for (const QueryPiece& piece : queries_[q].ways[w].pieces) {
          segments.push_back({piece.hole >= 0, piece.text});
          key.emplace_back(piece.hole >= 0, piece.text);
        }
        if (!seen.insert(std::move(key)).second) continue;
        texts_.push_back({&database_.scripts_.emplace_back(segments, queries_[q].dialect), q, w});
        const Place& place = queries_[q].place;
        definitions_.push_back({texts_.back().script, place.path, place.line, false, IsRehearsal(place.path)});
        run_.insert(texts_.back().script->text());
      }
    }
  }

  // Definitions in lists that are run in a loop, or handed to something that nobody knows, are definitions still.
  void ReadLiterals() {
    std::set<Place> places;
    for (const ProgramFunction& function : program_.functions())
      for (const facts::Value* value : *function.facts->values()) {
        if (value->kind() != facts::ValueKind::String) continue;
        const std::string_view text = facts::Text(program_.unit(function.unit), value->ref());
        const std::string verb = sql::FirstVerb(text);
        if ((verb != "CREATE" && verb != "ALTER") || run_.count(text) != 0) continue;
        Place place = program_.PlaceOf(function.unit, value->location());
        if (!places.insert(place).second) continue;
        const sql::Segment whole[] = {{false, text}};
        sql::Script script(whole, Dialect::kUnknown);
        if (!IsWholeDefinition(script)) continue;
        literal_places_.push_back(std::move(place));
        const Place& kept = literal_places_.back();
        definitions_.push_back({&database_.scripts_.emplace_back(std::move(script)), kept.path, kept.line, false, IsRehearsal(kept.path)});
      }
  }

  // Where all that is known speaks one dialect, the rest speaks it too.
  void DecideDialect() {
    std::set<Dialect> known;
    for (const Definition& definition : definitions_)
      if (definition.script->dialect() != Dialect::kUnknown) known.insert(definition.script->dialect());
    if (known.size() == 1) only_ = *known.begin();
    for (History& history : database_.histories_)
      for (const MigrationStep& step : history.steps)
        if (history.dialect == Dialect::kUnknown) history.dialect = DialectOf(step.script);
  }

  Dialect DialectOf(const sql::Script& script) const { return script.dialect() == Dialect::kUnknown ? only_ : script.dialect(); }

  void Define(bool rehearsals) {
    std::set<Dialect> defined;
    for (const auto& [dialect, schema] : database_.schemas_)
      if (!schema.tables().empty()) defined.insert(dialect);
    for (const Definition& definition : definitions_) {
      const Dialect dialect = DialectOf(*definition.script);
      if (definition.rehearsal != rehearsals || (rehearsals && defined.count(dialect) != 0) || !DefinesSomething(*definition.script)) continue;
      auto schema = database_.schemas_.try_emplace(dialect, dialect).first;
      schema->second.Apply(*definition.script, definition.path, definition.line, definition.file);
    }
  }

  void Collect() {
    const auto add = [&](sql::Script& script, const auto& place_of, size_t query, size_t way) {
      const auto schema = database_.schemas_.find(DialectOf(script));
      for (sql::Statement& statement : script.statements()) {
        if (schema != database_.schemas_.end()) sql::ResolveColumns(statement, schema->second);
        for (const sql::Operation& operation : statement.operations) NoteIndex(operation);
        database_.statements_.push_back({&script, &statement, place_of(statement), query, way});
      }
    };
    size_t text = 0;
    for (size_t q = 0; q < queries_.size(); ++q) {
      database_.first_.push_back(database_.statements_.size());
      for (; text < texts_.size() && texts_[text].query == q; ++text)
        add(*texts_[text].script, [&](const sql::Statement&) { return queries_[q].place; }, q, texts_[text].way);
    }
    database_.first_.push_back(database_.statements_.size());
    for (History& history : database_.histories_)
      for (MigrationStep& step : history.steps)
        add(step.script, [&](const sql::Statement& statement) { return step.PlaceOf(statement); }, SqlStatement::kNoQuery, 0);
  }

  void NoteIndex(const sql::Operation& operation) {
    const bool adds = operation.kind == OperationKind::kAddKey && !operation.keys.empty() && operation.keys[0].kind <= sql::KeyKind::kPrimary;
    const bool makes = operation.kind == OperationKind::kCreateIndex || operation.kind == OperationKind::kMayChange;
    database_.unknown_indexes_ |= (makes || adds) && operation.object.has_hole;
  }

  struct Text {
    sql::Script* script;
    size_t query;
    size_t way;
  };

  const Program& program_;
  std::span<const Query> queries_;
  Database database_;
  std::vector<Text> texts_;
  std::vector<Definition> definitions_;
  std::deque<Place> literal_places_;
  std::set<std::string_view> run_;           // texts of queries
  Dialect only_ = Dialect::kUnknown;
};

Database Database::Build(const Program& program, std::span<const Query> queries, std::span<const SqlFile> files) {
  return DatabaseBuilder(program, queries).Run(files);
}

std::span<const SqlStatement> Database::StatementsOf(size_t query) const {
  if (query + 1 >= first_.size()) return {};
  return std::span(statements_).subspan(first_[query], first_[query + 1] - first_[query]);
}

std::vector<const sql::Schema*> Database::schemas() const {
  std::vector<const sql::Schema*> all;
  for (const auto& [dialect, schema] : schemas_)
    if (!schema.tables().empty()) all.push_back(&schema);
  return all;
}

const sql::SchemaTable* Database::FindTable(Dialect dialect, std::string_view schema, std::string_view name) const {
  const auto own = schemas_.find(dialect);
  if (own != schemas_.end())
    if (const sql::SchemaTable* table = own->second.Find(schema, name)) return table;
  const sql::SchemaTable* only = nullptr;
  for (const auto& [other, tables] : schemas_) {
    const sql::SchemaTable* table = tables.Find(schema, name);
    if (table != nullptr && only != nullptr) return nullptr;
    if (table != nullptr) only = table;
  }
  return only;
}

Place Database::PlaceOf(const sql::SchemaTable& table, sql::Origin origin) const {
  return {SchemaOf(table).files()[origin.file], origin.line, 1};
}

}  // namespace backlint
