// tools/run chooses the project: the example inside the clone, and elsewhere the project around the current folder. tools/prepare
// shows the first build, which takes minutes.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "fixtures/project_run.h"

namespace backlint::testing {
namespace {

namespace fs = std::filesystem;

// A clone with the real tools/run; a build that is there already, and a program that says where it runs and with what.
class ToolsRun : public ::testing::Test {
 protected:
  ToolsRun() {
    Script("clone/tools/prepare", "exit 0\n");
    Script("clone/build/release/backlint", "echo \"$(pwd -P) $*\"\n");
    fs::copy_file(fs::path(BACKLINT_SOURCE_DIR) / "tools/run", Path("clone/tools/run"));
    for (const char* folder : {"clone/fixtures/projects/shop", "clone/analyzer", "mine/src", "bin"}) fs::create_directories(Path(folder));
  }
  fs::path Path(const std::string& name) const { return folder_.path() / name; }
  void Script(const std::string& name, const std::string& text) {
    fs::create_directories(Path(name).parent_path());
    std::ofstream(Path(name)) << "#!/usr/bin/env bash\n" << text;
    fs::permissions(Path(name), fs::perms::owner_all);
  }
  std::string RunIn(const std::string& folder, const std::string& arguments = "", const std::string& program = "clone/tools/run") {
    const std::string out = Path("out").string();
    const std::string line = "cd '" + Path(folder).string() + "' && '" + Path(program).string() + "' " + arguments + " > '" + out + "'";
    EXPECT_EQ(std::system(line.c_str()), 0);
    std::ostringstream text;
    text << std::ifstream(out).rdbuf();
    return text.str();
  }
  TemporaryFolder folder_;
};

TEST_F(ToolsRun, AnalysesTheExampleInsideTheCloneOnly) {
  const std::string example = Path("clone/fixtures/projects/shop").string() + " \n";
  EXPECT_EQ(RunIn("clone"), example);
  EXPECT_EQ(RunIn("clone/analyzer"), example);
  EXPECT_EQ(RunIn("mine"), Path("mine").string() + " \n");
  EXPECT_EQ(RunIn("mine/src"), Path("mine/src").string() + " \n");
}

TEST_F(ToolsRun, HandsArgumentsOnWhereItStands) {
  EXPECT_EQ(RunIn("clone", "src -v"), Path("clone").string() + " src -v\n");
  EXPECT_EQ(RunIn("mine", "src -v"), Path("mine").string() + " src -v\n");
}

TEST_F(ToolsRun, WorksThroughALinkOnThePath) {
  fs::create_symlink(Path("clone/tools/run"), Path("bin/backlint"));
  EXPECT_EQ(RunIn("mine", "src", "bin/backlint"), Path("mine").string() + " src\n");
}

TEST_F(ToolsRun, ShowsTheFirstBuildOnly) {
  fs::remove(Path("clone/build/release/backlint"));
  fs::copy_file(fs::path(BACKLINT_SOURCE_DIR) / "tools/prepare", Path("clone/tools/prepare"), fs::copy_options::overwrite_existing);
  std::ofstream(Path("clone/tools/packages")) << "cmake\n";
  Script("bin/dpkg-query", "echo install ok installed\n");
  Script("bin/cmake", "echo \"[1/2] $*\"; touch build/release/build.ninja build/release/backlint; chmod +x build/release/backlint\n");
  const auto prepare = [&] {
    const std::string line = "PATH='" + Path("bin").string() + "':\"$PATH\" '" + Path("clone/tools/prepare").string() + "' backlint 2> '" + Path("err").string() + "'";
    EXPECT_EQ(std::system(line.c_str()), 0);
    std::ostringstream text;
    text << std::ifstream(Path("err")).rdbuf();
    return text.str();
  };
  const std::string first = prepare();
  EXPECT_NE(first.find("for the first time"), std::string::npos) << first;
  EXPECT_NE(first.find("[1/2] --build build/release"), std::string::npos) << first;
  EXPECT_EQ(prepare(), "") << "nothing to tell";
}

}  // namespace
}  // namespace backlint::testing
