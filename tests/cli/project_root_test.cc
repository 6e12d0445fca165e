#include "cli/project_root.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "cli/output.h"
#include "cli/root_markers.h"
#include "cli/stand_in_headers.h"
#include "cli/unit_key.h"

namespace backlint::cli {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class InFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::canonical(fs::temp_directory_path()) / "backlint-cli-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    before_ = fs::current_path();
    fs::create_directories(folder_ / "project/src/deep");
    fs::create_directories(folder_ / "elsewhere");
    std::ofstream(folder_ / "project/src/a.cc") << "int a;\n";
  }
  void TearDown() override {
    fs::current_path(before_);
    fs::remove_all(folder_);
  }
  std::string Path(const std::string& name) const { return (folder_ / name).string(); }

  fs::path folder_, before_;
};

using ProjectRoot = InFolder;

TEST_F(ProjectRoot, IsTheNearestMarker) {
  fs::create_directory(folder_ / "project/.git");
  fs::current_path(folder_ / "project/src/deep");
  EXPECT_EQ(FindRoot({}, "").value(), Path("project"));
  std::ofstream(folder_ / "project/src/.backlint.toml");
  EXPECT_EQ(FindRoot({}, "").value(), Path("project/src"));
}

TEST_F(ProjectRoot, IsFoundFromPathAndDatabase) {
  fs::create_directory(folder_ / "project/.git");
  fs::current_path(folder_ / "elsewhere");
  EXPECT_EQ(FindRoot({Path("project/src/a.cc")}, "").value(), Path("project"));
  EXPECT_EQ(FindRoot({}, Path("project/src")).value(), Path("project"));
}

TEST_F(ProjectRoot, IsWherePathsSayWithoutMarkers) {
  fs::current_path(folder_ / "project");
  EXPECT_EQ(FindRoot({}, "").value(), Path("project"));
  EXPECT_EQ(FindRoot({"src"}, "").value(), Path("project/src"));
  EXPECT_EQ(FindRoot({Path("elsewhere")}, "").value(), Path("elsewhere"));
  EXPECT_EQ(FindRoot({"src/deep", "src/a.cc"}, "").value(), Path("project/src")) << "the folder that holds them all";
  fs::current_path(folder_ / "elsewhere");
  EXPECT_EQ(FindRoot({Path("project/src")}, "").value(), Path("project/src")) << "wherever it is asked";
}

TEST_F(ProjectRoot, IsTheTopmostOfARunOfFoldersWithBuildFiles) {
  const auto touch = [&](const char* file) { std::ofstream(folder_ / file) << "\n"; };
  touch("project/src/Makefile");
  fs::current_path(folder_ / "project/src/deep");
  EXPECT_EQ(FindRoot({}, "").value(), Path("project/src"));
  touch("project/CMakeLists.txt");
  EXPECT_EQ(FindRoot({}, "").value(), Path("project"));
  fs::current_path(folder_ / "elsewhere");
  EXPECT_EQ(FindRoot({Path("project/src/a.cc")}, "").value(), Path("project"));
  touch("elsewhere/app.pro");
  EXPECT_EQ(FindRoot({}, "").value(), Path("elsewhere"));
  fs::create_directory(folder_ / ".git");
  EXPECT_EQ(FindRoot({}, "").value(), folder_.string()) << "a repository is the project, whatever it builds";
}

TEST_F(ProjectRoot, IsNotTheBuildFolder) {
  fs::create_directory(folder_ / "project/build");
  std::ofstream(folder_ / "project/build/compile_commands.json") << "[]";
  fs::current_path(folder_ / "project");
  EXPECT_EQ(FindRoot({}, "build").value(), Path("project"));
  EXPECT_EQ(FindRoot({"src/a.cc"}, "build").value(), Path("project"));
  EXPECT_EQ(FindRoot({"src/a.cc"}, "").value(), Path("project")) << "what lies beside it is what it builds";
  std::ofstream(folder_ / "project/meson.build") << "\n";
  fs::current_path(folder_ / "elsewhere");
  EXPECT_EQ(FindRoot({}, Path("project/build")).value(), Path("project"));
  EXPECT_EQ(FindRoot({}, Path("project/build/compile_commands.json")).value(), Path("project"));
}

TEST_F(ProjectRoot, IsNoHomeOrSystemFolderWithoutAMarker) {
  for (const char* folder : {"/", "/tmp", "/usr", "/usr/include", "/home", "/home/somebody", "/var/tmp"}) EXPECT_TRUE(IsSharedFolder(folder)) << folder;
  for (const char* folder : {"/work", "/tmp/project", "/home/somebody/project", "/usr/src/project"}) EXPECT_FALSE(IsSharedFolder(folder)) << folder;
  fs::current_path("/usr/include");
  EXPECT_THAT(FindRoot({}, "").error().message, HasSubstr("`/usr/include` is no project"));
  EXPECT_EQ(WorkingRoot().value(), "/usr/include") << "nothing is looked for there";

  ::setenv("HOME", folder_.c_str(), 1);
  fs::current_path(folder_);
  EXPECT_THAT(FindRoot({}, "").error().message, HasSubstr("is no project"));
  EXPECT_THAT(FindRoot({"project/src/a.cc", "elsewhere"}, "").error().message, HasSubstr("is no project"));
  std::ofstream(folder_ / "Makefile") << "\n";
  std::ofstream(folder_ / "project/Makefile") << "\n";
  EXPECT_EQ(FindRoot({}, "").value(), folder_.string());
  EXPECT_EQ(FindRoot({"project"}, "").value(), Path("project")) << "what lies in a home folder is not part of the project";
}

TEST_F(ProjectRoot, RefusesPathsThatAreNotThere) {
  fs::current_path(folder_ / "project");
  EXPECT_THAT(FindRoot({"chekc"}, "").error().message, HasSubstr("did you mean the command `check`?"));
  EXPECT_THAT(FindRoot({"list"}, "").error().message, HasSubstr("a command has to stand before"));
  EXPECT_THAT(FindRoot({"no-such-folder"}, "").error().message, HasSubstr("there is no file or folder `no-such-folder`"));
}

TEST_F(ProjectRoot, NamesPathsAsReportsDo) {
  const std::string root = Path("project");
  fs::current_path(folder_ / "project/src");
  EXPECT_THAT(BelowRoot({".", "..", "deep/", "a.cc", "deep/../a.cc"}, root).value(), ElementsAre("src", ".", "src/deep", "src/a.cc", "src/a.cc"));
  EXPECT_THAT(BelowRoot({"../../elsewhere"}, root).error().message, HasSubstr("outside of the project"));
  EXPECT_EQ(Relative("/a/bc", "/a/b"), "/a/bc");
  EXPECT_EQ(Relative("/a/b", "/"), "a/b");
}

TEST_F(ProjectRoot, UnitKeysDoNotDependOnIt) {
  const auto key = [](const std::string& root, const std::string& define) {
    return KeyOf({root + "/src/a.cc", root + "/build", {"-I" + root + "/include", "-DHOME=\"" + root + "\"", define}}, root);
  };
  // The quote keeps the define from ending with the root, so it is part of the key: only whole paths are replaced.
  const auto plain = [](const std::string& root) { return KeyOf({root + "/a.cc", root, {"-I" + root + "/include", "-I" + root}}, root); };
  EXPECT_EQ(plain("/one"), plain("/two/three"));
  EXPECT_EQ(plain("/one").source, "a.cc");
  EXPECT_NE(key("/one", "-DA").arguments_digest, key("/one", "-DB").arguments_digest);
  EXPECT_NE(KeyOf({"/r/a.cc", "/r", {"-I/r2/x"}}, "/r").arguments_digest, KeyOf({"/r/a.cc", "/r", {"-I/r/x"}}, "/r").arguments_digest);
}

using OutputFile = InFolder;

TEST_F(OutputFile, TakesThePlaceOfTheOldOne) {
  const std::string file = Path("report.json");
  ASSERT_TRUE(WriteFile(file, "first").ok());
  ASSERT_TRUE(WriteFile(file, "second").ok());
  EXPECT_EQ(ReadFile(file).value(), "second");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 3) << "no rest of the writing stays";
}

TEST_F(OutputFile, SaysWhyItCannotBeWritten) {
  EXPECT_THAT(WriteFile(Path("no/such/folder"), "x").error().message, HasSubstr("No such file or directory"));
  if (fs::exists("/dev/full")) {
    EXPECT_THAT(WriteFile("/dev/full", "x").error().message, HasSubstr("No space left"));
  }
  EXPECT_FALSE(ReadFile(Path("nothing")).ok());
}

TEST_F(OutputFile, IsTriedBeforeThereIsAnythingToWrite) {
  EXPECT_THAT(CanWriteFile(Path("no/such/file")).error().message, HasSubstr("No such file or directory"));
  EXPECT_THAT(CanWriteFile(Path("project")).error().message, HasSubstr("directory"));
  EXPECT_TRUE(CanWriteFile(Path("fresh")).ok());
  EXPECT_TRUE(CanWriteFile("/dev/null").ok());
  EXPECT_FALSE(fs::exists(folder_ / "fresh"));
}

using Headers = InFolder;

TEST_F(Headers, AreKeptInTheCacheFolderAndRepaired) {
  const std::string path = StandInHeaders(folder_.string()).path();
  EXPECT_THAT(path, ::testing::StartsWith(folder_.string() + "/headers-"));
  for (const auto& file : fs::recursive_directory_iterator(path))
    if (file.is_regular_file()) std::ofstream(file.path()) << "changed";
  const StandInHeaders again(folder_.string());
  EXPECT_EQ(again.path(), path);
  for (const auto& file : fs::recursive_directory_iterator(path)) {
    if (file.is_regular_file()) {
      EXPECT_NE(ReadFile(file.path().string()).value(), "changed") << file.path();
    }
  }
}

TEST_F(Headers, DoNotFollowALinkOutOfTheCacheFolder) {
  fs::create_directory_symlink(folder_ / "elsewhere", folder_ / ("headers-" + StandInDigest()));
  {
    const StandInHeaders headers(folder_.string());
    EXPECT_TRUE(fs::is_directory(headers.path()));
    EXPECT_TRUE(fs::is_empty(folder_ / "elsewhere"));
  }
}

TEST_F(Headers, AreRemovedWhereTheyWereMadeOnly) {
  const fs::path own = StandInHeaders(folder_.string()).path(), digits = folder_ / ("headers-" + std::string(32, 'a'));
  fs::create_directories(digits / "mine");
  fs::create_directories(folder_ / "headers-of-the-user");
  fs::create_directory_symlink(own, folder_ / ("headers-" + std::string(32, 'b')));
  RemoveStandInHeaders(folder_.string());
  EXPECT_FALSE(fs::exists(own));
  EXPECT_TRUE(fs::exists(digits / "mine"));
  EXPECT_TRUE(fs::exists(folder_ / "headers-of-the-user"));
  EXPECT_TRUE(fs::is_symlink(fs::symlink_status(folder_ / ("headers-" + std::string(32, 'b')))));
}

TEST_F(Headers, LeaveNothingWithoutACache) {
  std::string path;
  {
    const StandInHeaders headers("");
    path = headers.path();
    EXPECT_TRUE(fs::is_directory(path));
  }
  EXPECT_FALSE(fs::exists(fs::path(path).parent_path()));
}

}  // namespace
}  // namespace backlint::cli
