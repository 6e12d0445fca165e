#include "mysql_oracle.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>

#include "sql/name_comparison.h"
#include "sql/schema.h"

namespace backlint::sql {
namespace {

std::string Shell(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  char buffer[4096];
  while (pipe != nullptr && fgets(buffer, sizeof(buffer), pipe) != nullptr) out += buffer;
  if (pipe != nullptr) pclose(pipe);
  return out;
}

// By table; the lines of the client are `table<tab>fact`.
std::map<std::string, std::multiset<std::string>> Rows(const std::string& client, const std::string& query) {
  std::map<std::string, std::multiset<std::string>> rows;
  std::istringstream lines(Shell(client + " -N -D agreement -e \"" + query + "\" 2> /dev/null"));
  for (std::string line; std::getline(lines, line);) {
    const size_t tab = line.find('\t');
    if (tab != std::string::npos) rows[LowerCase(line.substr(0, tab))].insert(LowerCase(line.substr(tab + 1)));
  }
  return rows;
}

// The text with blanks in place of the statements on whose lines (from 1) the server found errors.
std::string WithoutRejected(const std::string& text, const std::string& errors) {
  std::set<size_t> lines;
  const std::string mark = " at line ";
  for (size_t at = errors.find(mark); at != std::string::npos; at = errors.find(mark, at + 1))
    lines.insert(std::strtoul(errors.c_str() + at + mark.size(), nullptr, 10));
  std::string out = text;
  const Script script(text, Dialect::kMysql);
  size_t line = 1, at = 0;
  for (const Statement& statement : script.statements()) {
    line += std::count(text.begin() + at, text.begin() + statement.begin, '\n');
    const size_t last = line + std::count(text.begin() + statement.begin, text.begin() + statement.end, '\n');
    if (const auto found = lines.lower_bound(line); found != lines.end() && *found <= last)
      std::replace_if(out.begin() + statement.begin, out.begin() + statement.end, [](char c) { return c != '\n'; }, ' ');
    line = last;
    at = statement.end;
  }
  return out;
}

}  // namespace

void CompareMysql(const std::string& path, const std::string& text, const std::string& socket, Agreement& agreement) {
  const std::string client = "mariadb --no-defaults -u root -S '" + socket + "'";
  // What the file says is run by a user of one database, who can neither harm the server nor the next file.
  Shell(client + " -e 'DROP DATABASE IF EXISTS agreement; CREATE DATABASE agreement; CREATE USER IF NOT EXISTS reader@localhost; "
                 "GRANT ALL ON agreement.* TO reader@localhost'");
  const std::string errors =
      Shell("timeout 300 mariadb --no-defaults -u reader -S '" + socket + "' -D agreement --force < '" + path + "' 2>&1 > /dev/null");
  const auto columns = Rows(client,
                            "SELECT table_name, CONCAT(column_name, IF(is_nullable = 'NO', ' not null', ''), IF(extra LIKE "
                            "'%auto_increment%', ' auto', '')) "
                            "FROM information_schema.columns WHERE table_schema = 'agreement'");
  const auto keys = Rows(client,
                         "SELECT table_name, CONCAT(GROUP_CONCAT(CONCAT(column_name, IFNULL(CONCAT(':', sub_part), '')) ORDER "
                         "BY seq_in_index SEPARATOR ' '), "
                         "IF(non_unique, '', ' unique')) FROM information_schema.statistics WHERE table_schema = 'agreement' "
                         "AND index_type NOT IN ('FULLTEXT', 'SPATIAL', 'RTREE') "
                         "GROUP BY table_name, index_name, non_unique");
  const auto foreign =
      Rows(client,
           "SELECT table_name, CONCAT(GROUP_CONCAT(column_name ORDER BY ordinal_position SEPARATOR ' '), ' ', "
           "referenced_table_name) "
           "FROM information_schema.key_column_usage WHERE table_schema = 'agreement' AND referenced_table_name IS NOT NULL "
           "GROUP BY table_name, constraint_name, referenced_table_name");
  Schema schema(Dialect::kMysql);
  const Script script(WithoutRejected(text, errors), Dialect::kMysql);
  for (const Statement& statement : script.statements())
    agreement.AddGrade(statement, script.text().substr(statement.begin, statement.end - statement.begin));
  schema.Apply(script, path);
  for (const SchemaTable* table : schema.tables()) {
    const auto there = columns.find(LowerCase(table->name));
    if (there == columns.end() || table->view || !table->IsCertain()) continue;
    FactSet ours, theirs;
    theirs["schema columns"] = there->second;
    if (const auto found = keys.find(there->first); found != keys.end()) theirs["schema indexes"] = found->second;
    if (const auto found = foreign.find(there->first); found != foreign.end()) theirs["foreign keys"] = found->second;
    for (const SchemaColumn& column : table->columns) {
      std::string fact = LowerCase(column.name);
      if (column.not_null) fact += " not null";
      if (column.auto_increment) fact += " auto";
      ours["schema columns"].insert(fact);
    }
    for (const SchemaKey& key : table->keys) {
      std::string fact;
      for (const SchemaKeyPart& part : key.parts) {
        if (!fact.empty()) fact += ' ';
        fact += LowerCase(part.column);
        if (part.prefix >= 0) (fact += ':') += std::to_string(part.prefix);
      }
      if (key.kind == KeyKind::kUnique || key.kind == KeyKind::kPrimary) fact += " unique";
      if (key.kind == KeyKind::kForeign) {
        (fact += ' ') += LowerCase(key.referenced_table);
        ours["foreign keys"].insert(fact);
      }
      if (key.IsIndex()) ours["schema indexes"].insert(fact);
    }
    agreement.Add(ours, theirs, {"schema columns", "schema indexes", "foreign keys"}, table->name);
  }
}

}  // namespace backlint::sql
