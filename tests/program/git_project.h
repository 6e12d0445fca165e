// A project in a real git repository, and the program run in it.
#ifndef BACKLINT_TESTS_PROGRAM_GIT_PROJECT_H_
#define BACKLINT_TESTS_PROGRAM_GIT_PROJECT_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "fixtures/project_run.h"

namespace backlint::testing {

class GitProject : public ::testing::Test {
 protected:
  GitProject() {
    std::filesystem::create_directories(top_);
    Git("init -q -b main");
    Git("config user.name Tester && git config user.email tester@example.com && git config commit.gpgsign false");
  }

  std::filesystem::path At(const std::string& path) const { return top_ / path; }
  void Write(const std::string& path, const std::string& text) const {
    std::filesystem::create_directories(At(path).parent_path());
    std::ofstream(At(path), std::ios::binary) << text;
  }
  // `git ARGUMENTS`, which may go on with other commands of a shell; what it says, and its status in `status_`.
  std::string Git(const std::string& arguments, bool may_fail = false) { return Shell("git " + arguments, may_fail); }
  std::string Shell(const std::string& command, bool may_fail = false) {
    const std::string said = (folder_.path() / "said").string();
    const std::string line = "cd '" + top_.string() + "' && unset GIT_DIR GIT_INDEX_FILE && export HOME='" + folder_.path().string() +
                             "' GIT_CONFIG_NOSYSTEM=1 && (" + command + ") > '" + said + "' 2>&1";
    const int status = std::system(line.c_str());
    status_ = WEXITSTATUS(status);
    std::ostringstream text;
    text << std::ifstream(said).rdbuf();
    EXPECT_TRUE(may_fail || status_ == 0) << command << "\n" << text.str();
    return text.str();
  }
  void Commit(const std::string& message) { Git("add -A && git commit -q --no-verify -m '" + message + "'"); }

  Output Run(const std::vector<std::string>& arguments) const { return RunBacklint(top_, arguments); }
  // `path: check`, with `~` before known ones and `-` before suppressed ones.
  std::vector<std::string> Findings(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    last_ = Run(arguments);
    std::vector<std::string> lines;
    const auto report = nlohmann::json::parse(last_.out, nullptr, false);
    EXPECT_TRUE(report.is_object()) << last_.err;
    if (!report.is_object()) return lines;
    for (const auto& finding : report["findings"])
      lines.push_back((finding["suppressed"] ? "-" : finding["baseline"] ? "~" : "") + finding["path"].get<std::string>() + ": " + finding["check"].get<std::string>());
    return lines;
  }

  TemporaryFolder folder_;
  std::filesystem::path top_ = folder_.path() / "top";
  int status_ = 0;
  Output last_;
};

// A function with an injection; `name` makes it another one.
inline std::string Injection(const std::string& name) {
  return "void " + name + "(PGconn* db, const std::string& name) {\n  PQclear(PQexec(db, (\"SELECT 1 FROM " + name + " WHERE n = '\" + name + \"'\").c_str()));\n}\n";
}

inline constexpr const char* kIncludes = "#include <libpq-fe.h>\n#include <string>\n";

}  // namespace backlint::testing

#endif  // BACKLINT_TESTS_PROGRAM_GIT_PROJECT_H_
