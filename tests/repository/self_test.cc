// backlint run on backlint finds nothing. Results are kept in the build folder, so that only the first run is slow.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "fixtures/project_run.h"

namespace backlint::testing {
namespace {

namespace fs = std::filesystem;

// The commands of our own sources; what the build generates and the tests are left out.
size_t WriteDatabase(const fs::path& build, const fs::path& folder) {
  nlohmann::json own = nlohmann::json::array();
  for (const auto& command : nlohmann::json::parse(std::ifstream(build / "compile_commands.json"))) {
    const std::string file = fs::relative(command.at("file").get<std::string>(), BACKLINT_SOURCE_DIR).string();
    if (file.starts_with("analyzer/") || file.starts_with("sql/") || file.starts_with("checks/")) own.push_back(command);
  }
  fs::create_directories(folder);
  std::ofstream(folder / "compile_commands.json") << own.dump();
  return own.size();
}

TEST(Self, BacklintFindsNothingInItself) {
  const fs::path build = fs::path(BACKLINT_PROGRAM).parent_path(), folder = build / "self";
  const size_t units = WriteDatabase(build, folder);
  ASSERT_GT(units, 50u);
  const Output output = RunBacklint(BACKLINT_SOURCE_DIR, {"-p", folder.string(), "--cache-dir", folder.string(), "--format", "json", "--strict"});
  EXPECT_EQ(output.status, 0) << output.err << output.out;
  const nlohmann::json report = nlohmann::json::parse(output.out);
  EXPECT_EQ(report["summary"]["units"]["total"], units);
  for (const nlohmann::json& finding : report["findings"]) EXPECT_TRUE(finding["suppressed"]) << finding.dump(2);
  // Its own database is the cache: those statements have to be seen.
  EXPECT_GT(report["summary"]["queries"]["understood"], 10);
  EXPECT_EQ(report["summary"]["queries"]["understood"], report["summary"]["queries"]["total"]);
}

}  // namespace
}  // namespace backlint::testing
