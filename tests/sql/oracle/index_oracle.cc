// Compares what is served by an index with the plans of a server: index_oracle (postgres|mysql) 'client command'.
// The client takes statements as its last argument; its database is a throw-away one.
#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "index_suite.h"

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

bool Has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// A thousand rows, of which the conditions of the suite choose a handful.
std::string Fill(Dialect dialect) {
  const bool postgres = dialect == Dialect::kPostgres;
  return fmt::format("INSERT INTO t SELECT {0}, {0}, {0}, {0}, 'x' FROM {1}; INSERT INTO u SELECT {0}, {0}, {0} FROM {1};",
                     postgres ? "n - 990" : "CAST(seq AS SIGNED) - 990",
                     postgres ? "generate_series(1, 1000) AS s (n)" : "seq_1_to_1000");
}

// PostgreSQL reads a whole index rather than the table where that is cheaper; here each entry costs as much as to make that
// plain.
bool IsServedByPostgres(const std::string& client, const IndexPair& pair) {
  const std::string plan =
      Shell(fmt::format("{} \"DROP TABLE IF EXISTS t, u; {} {} {}; ANALYZE t; ANALYZE u; SET enable_seqscan = off; SET "
                        "cpu_index_tuple_cost = 1e8; EXPLAIN {}\" 2> /dev/null",
                        client, IndexTables(Dialect::kPostgres), Fill(Dialect::kPostgres), pair.keys, pair.query));
  return Has(plan, "Scan") && !Has(plan, "Seq Scan on t");
}

bool IsServedByMysql(const std::string& client, const IndexPair& pair) {
  const std::string plan = Shell(
      fmt::format("{} \"DROP TABLE IF EXISTS t, u; {} {} {}; ANALYZE TABLE t, u; EXPLAIN {}\" 2> /dev/null", client,
                  IndexTables(Dialect::kMysql), Fill(Dialect::kMysql), pair.keys.empty() ? "DO 0" : pair.keys, pair.query));
  const size_t row = plan.find("\tt\t");
  if (row == std::string::npos) return false;
  const std::string line = plan.substr(row, plan.find('\n', row) - row);
  const bool whole = line.starts_with("\tt\tALL") || line.starts_with("\tt\tindex\t");
  return !Has(line, "filesort") && (!whole || (Has(pair.query, "ORDER BY") && !Has(line, "\tALL\t")));
}

int Run(Dialect dialect, const std::string& client) {
  size_t agreed = 0, asked = 0;
  for (const IndexPair& pair : IndexPairs()) {
    if (Has(pair.query, " OR ")) continue;  // for parts of it an index may serve: no claim is made
    const bool theirs = dialect == Dialect::kPostgres ? IsServedByPostgres(client, pair) : IsServedByMysql(client, pair);
    const bool ours = IsServed(pair, dialect);
    ++asked;
    agreed += theirs == ours;
    if (theirs != ours)
      fmt::print("  {} is {} for the server: {}; {}\n", ours ? "served" : "not served", theirs ? "served" : "not served",
                 pair.keys, pair.query);
  }
  fmt::print("{:<12} index use {:>5} of {}\n", Name(dialect), agreed, asked);
  return agreed == asked ? 0 : 1;
}

}  // namespace
}  // namespace backlint::sql

int main(int argc, char** argv) {
  using backlint::sql::Dialect;
  if (argc != 3) return 2;
  return backlint::sql::Run(std::string_view(argv[1]) == "postgres" ? Dialect::kPostgres : Dialect::kMysql, argv[2]);
}
