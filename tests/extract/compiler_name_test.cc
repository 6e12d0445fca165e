#include "extract/compiler_name.h"

#include <gtest/gtest.h>

#include "extract/shell_words.h"
#include "extract/standard.h"

namespace backlint {
namespace {

using Family = CompilerName::Family;

struct Row {
  const char* program;
  Family family;
  bool cxx;
  int version;
  const char* target;
};

TEST(CompilerName, TellsFamilyLanguageVersionAndTarget) {
  for (const Row& row : std::initializer_list<Row>{
           {"/usr/bin/c++", Family::Gcc, true, 0, ""},
           {"cc", Family::Gcc, false, 0, ""},
           {"g++-12", Family::Gcc, true, 12, ""},
           {"g++-12.2.0", Family::Gcc, true, 12, ""},
           {"gcc12", Family::Gcc, false, 12, ""},
           {"clang++-16", Family::Clang, true, 16, ""},
           {"/usr/lib/llvm-19/bin/clang", Family::Clang, false, 0, ""},
           {"clang++15", Family::Clang, true, 15, ""},
           {"aarch64-linux-gnu-g++", Family::Gcc, true, 0, "aarch64-linux-gnu"},
           {"arm-linux-gnueabihf-gcc-10", Family::Gcc, false, 10, "arm-linux-gnueabihf"},
           {"x86_64-w64-mingw32-g++-posix", Family::Gcc, true, 0, "x86_64-w64-mingw32"},
           {"musl-gcc", Family::Gcc, false, 0, ""},
           {"afl-clang++", Family::Clang, true, 0, ""},
           {"C:\\tools\\CL.EXE", Family::Msvc, true, 0, ""},
           {"clang-cl", Family::Msvc, true, 0, ""},
           {"c99", Family::Gcc, false, 0, ""},
       }) {
    const auto name = ParseCompilerName(row.program);
    ASSERT_TRUE(name) << row.program;
    EXPECT_EQ(name->family, row.family) << row.program;
    EXPECT_EQ(name->cxx, row.cxx) << row.program;
    EXPECT_EQ(name->version, row.version) << row.program;
    EXPECT_EQ(name->target, row.target) << row.program;
  }
  for (const char* other : {"ccache", "make", "python3", "", "-cc1", "g++x", "mycc", "clang-tidy", "12", "--"})
    EXPECT_FALSE(ParseCompilerName(other)) << other;
}

std::string Compiler(const char* command) {
  const auto words = SplitShellWords(command);
  const size_t at = FindCompiler(words);
  return at < words.size() ? words[at] : "none";
}

TEST(CompilerName, IsFoundBehindLaunchersAndWrappers) {
  EXPECT_EQ(Compiler("g++ -c a.cc"), "g++");
  EXPECT_EQ(Compiler("ccache g++-12 -c a.cc"), "g++-12");
  EXPECT_EQ(Compiler("/usr/bin/ccache distcc /usr/bin/clang++ -c a.cc"), "/usr/bin/clang++");
  EXPECT_EQ(Compiler("env -i CC=/usr/bin/gcc PATH=/bin sccache /opt/x/g++ -c a.cc"), "/opt/x/g++");
  EXPECT_EQ(Compiler("CCACHE_DIR=/x/gcc ccache c++ -c a.cc"), "c++");
  EXPECT_EQ(Compiler("nice -n 10 time -p icecc g++ -c a.cc"), "g++");
  EXPECT_EQ(Compiler("/usr/bin/cmake -E __run_co_compile --tidy=\"clang-tidy;-x\" --source=/s/g++ -- /usr/bin/c++ -c a.cc"), "/usr/bin/c++");
  EXPECT_EQ(Compiler("cmake -E env A=1 clang++ -c a.cc"), "clang++");
  EXPECT_EQ(Compiler("/bin/bash ../libtool --tag=CXX --mode=compile g++ -DX -c -o a.lo a.cc"), "g++");
  EXPECT_EQ(Compiler("/opt/corp/wrap.sh g++ -c a.cc"), "g++");
  EXPECT_EQ(Compiler("/opt/corp/compile -c a.cc"), "/opt/corp/compile");
  EXPECT_EQ(Compiler("ccache corp-compile -c a.cc"), "corp-compile");
  EXPECT_EQ(Compiler(""), "none");
  EXPECT_EQ(Compiler("-c a.cc"), "none");
  EXPECT_EQ(Compiler("ccache -c a.cc"), "a.cc");
}

TEST(Standard, IsKeptWhenKnownElseTheCompilersOwn) {
  const auto fit = [](const char* given, const char* language, const char* compiler, bool at_least_20 = false) {
    return FitStandard(given, language, *ParseCompilerName(compiler), at_least_20);
  };
  EXPECT_EQ(fit("c++17", "c++", "g++"), "c++17");
  EXPECT_EQ(fit("gnu++2b", "c++", "g++"), "gnu++2b");
  EXPECT_EQ(fit("", "c++", "g++-12"), "gnu++17");
  EXPECT_EQ(fit("", "c++", "g++-8"), "gnu++14");
  EXPECT_EQ(fit("", "c++", "g++-4.8"), "gnu++98");
  EXPECT_EQ(fit("", "c++", "clang++-14"), "gnu++14");
  EXPECT_EQ(fit("", "c++", "clang++"), "gnu++17");
  EXPECT_EQ(fit("", "c", "gcc"), "gnu17");
  EXPECT_EQ(fit("", "c", "gcc-15"), "gnu23");
  EXPECT_EQ(fit("c++17", "c", "gcc"), "gnu17");
  EXPECT_EQ(fit("c99", "c++", "g++"), "gnu++17");
  EXPECT_EQ(fit("iso9899:1999", "c", "gcc"), "c99");
  EXPECT_EQ(fit("ansi", "c++", "g++"), "c++98");
  EXPECT_EQ(fit("c++32", "c++", "g++"), "gnu++26");
  EXPECT_EQ(fit("nonsense", "c++", "g++"), "gnu++17");
  EXPECT_EQ(fit("c++17", "c++", "g++", true), "c++20");
  EXPECT_EQ(fit("gnu++98", "c++", "g++", true), "gnu++20");
  EXPECT_EQ(fit("c++23", "c++", "g++", true), "c++23");
}

}  // namespace
}  // namespace backlint
