// Compares what the reader of SQL says with what engines say, over files or folders of SQL, and prints a table of agreement.
// Usage: sql_oracle [--misses N] [--postgres PATH...] [--sqlite PATH...] [--mysql-socket SOCKET --mysql PATH...]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fact_set.h"
#ifdef BACKLINT_POSTGRES_ORACLE
#include "postgres_facts.h"
#endif
#include "mysql_oracle.h"
#include "sqlite_oracle.h"

namespace backlint::sql {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> FilesOf(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path))
    if (entry.is_regular_file() && (entry.path().extension() == ".sql" || entry.path().extension() == ".test"))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string Read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

#ifdef BACKLINT_POSTGRES_ORACLE
void ComparePostgres(const fs::path& path, Agreement& agreement) {
  for (const fs::path& file : FilesOf(path)) {
    const Script script(Read(file), Dialect::kPostgres);
    for (const Statement& statement : script.statements()) {
      const std::string text(script.text().substr(statement.begin, statement.end - statement.begin));
      const auto theirs = PostgresFacts(text);
      if (!theirs) {
        agreement.AddRejected();
        continue;
      }
      agreement.AddGrade(statement, text);
      agreement.Add(FactsOf(statement), *theirs, PostgresFactNames(*theirs), text);
    }
  }
}
#endif

int Run(int argc, char** argv) {
  size_t misses = 0;
  std::string engine, socket;
  Agreement postgres("PostgreSQL"), sqlite("SQLite"), mysql("MariaDB");
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--misses" && i + 1 < argc) {
      misses = static_cast<size_t>(std::atoi(argv[++i]));
    } else if (argument == "--mysql-socket" && i + 1 < argc) {
      socket = argv[++i];
    } else if (argument.starts_with("--")) {
      engine = argument.substr(2);
    } else if (engine == "mysql" && !socket.empty()) {
      for (const fs::path& file : FilesOf(argument)) CompareMysql(file.string(), Read(file), socket, mysql);
    } else if (engine == "sqlite") {
      for (const fs::path& file : FilesOf(argument)) CompareSqlite(Read(file), file.extension() == ".test", sqlite);
#ifdef BACKLINT_POSTGRES_ORACLE
    } else if (engine == "postgres") {
      ComparePostgres(argument, postgres);
#endif
    } else {
      std::fprintf(stderr, "no engine `%s` here\n", engine.c_str());
      return 2;
    }
  }
  for (const Agreement* agreement : {&postgres, &sqlite, &mysql})
    if (agreement->statements() > 0) agreement->Print(misses);
  return 0;
}

}  // namespace
}  // namespace backlint::sql

int main(int argc, char** argv) { return backlint::sql::Run(argc, argv); }
