#include "extract/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/host_headers.h"
#include "extract/shell_words.h"
#include "temp_tree.h"

namespace backlint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = CommandLine::Kind;
using Words = std::vector<std::string>;

CommandLine Fit(const std::string& command, const std::string& source = "/p/a.cc", const std::string& directory = "/p/build") {
  return FitCommandLine(SplitShellWords(command), directory, source);
}

// What passes of `flags`, without what stands at the front of every command.
Words Passed(const std::string& flags) {
  CommandLine line = Fit("g++ " + flags + " -c /p/a.cc");
  EXPECT_EQ(line.kind, Kind::Usable) << flags;
  if (line.arguments.size() < 3) return {"none"};
  return Words(line.arguments.begin() + 3, line.arguments.end());
}

TEST(CommandLine, KeepsWhatChangesTheMeaning) {
  EXPECT_THAT(Fit("/usr/bin/c++ -DA=1 -D B -UC -Iinc -I ../x -isystem /usr/include/q -iquote. -idirafterz -fno-exceptions -pthread -std=c++17 "
                  "-O2 -g -Wall -Werror -MD -MT x -MF x.d -o a.o -c ../a.cc").arguments,
              ElementsAre("-x", "c++", "-std=c++17", "-DA=1", "-DB", "-UC", "-I/p/build/inc", "-I/p/x", "-isystem", "/usr/include/q",
                          "-iquote", "/p/build", "-idirafter", "/p/build/z", "-fno-exceptions", "-pthread"));
}

TEST(CommandLine, DropsWhatTheFrontEndRefuses) {
  for (const char* flags :
       {"-fno-var-tracking-assignments", "-fconcepts-diagnostics-depth=4", "-mno-red-zone", "--param=ssp-buffer-size=4",
        "--param max-inline-insns=3", "-fno-semantic-interposition", "-flto=auto -ffat-lto-objects", "-Wl,-z,now", "-L/x -lfoo -l bar", "-S -E",
        "-march=native", "-march=armv8-a", "-mtune=generic", "-mcpu=x", "-Winvalid-pch", "-ggdb3", "-M -MM -MG -MP", "-save-temps", "--coverage",
        "-fprofile-arcs", "-ftemplate-depth=99999999", "-D_FORTIFY_SOURCE=2", "-Wp,-D_FORTIFY_SOURCE=2,-MD,x.d", "-fext-numeric-literals",
        "-I-", "-o -Ibad", "-MF -DX", "-Xlinker -DX", "-fmodules-ts", "-fmodule-mapper=x", "@a.modmap"})
    EXPECT_THAT(Passed(flags), IsEmpty()) << flags;
}

TEST(CommandLine, NothingCanBeLoadedOrRun) {
  for (const char* flags :
       {"-fplugin=/tmp/evil.so", "-fplugin-arg-evil-x=1", "-Xclang -load -Xclang /tmp/evil.so", "-Xclang -plugin -Xclang x", "-fpass-plugin=/tmp/e.so",
        "-load /tmp/evil.so", "-mllvm -load=/tmp/evil.so", "-cc1 -load x", "-B/tmp", "-B /tmp", "-ccc-gcc-name x", "-ccc-print-phases",
        "-specs=/tmp/x", "--specs=/tmp/x", "-specs /tmp/x", "-wrapper gdb,--args", "-fmodule-map-file=/tmp/x", "-ivfsoverlay x.yaml",
        "-fprebuilt-module-path=/tmp", "-fmodule-file=/tmp/x.pcm", "-include-pch /tmp/x.pch", "-Xclang -include-pch -Xclang /tmp/x.pch",
        "--config=/tmp/x.cfg", "--config /tmp/x.cfg", "-fuse-ld=/tmp/x", "-Xpreprocessor -load", "-resource-dir /tmp", "-resource-dir=/tmp",
        "-Xarch_host -load", "-fcas-plugin-path=/x", "--gcc-toolchain=/x", "-index-store-path /x", "-serialize-diagnostics /x",
        "-fcrash-diagnostics-dir=/x", "-ftime-trace=/x", "-fsave-optimization-record=x", "-dependency-file x", "-working-directory /x"})
    EXPECT_THAT(Passed(flags), IsEmpty()) << flags;
}

TEST(CommandLine, LanguageFollowsCompilerExtensionAndX) {
  const auto language = [](const std::string& command, const std::string& source) {
    CommandLine line = Fit(command, source);
    return line.kind == Kind::Usable ? line.arguments[1] : "none";
  };
  EXPECT_EQ(language("gcc -c a.c", "/p/a.c"), "c");
  EXPECT_EQ(language("g++ -c a.c", "/p/a.c"), "c++");
  EXPECT_EQ(language("gcc -c a.cc", "/p/a.cc"), "c++");
  EXPECT_EQ(language("gcc -c a.C", "/p/a.C"), "c++");
  EXPECT_EQ(language("gcc -x c++ -c a.c", "/p/a.c"), "c++");
  EXPECT_EQ(language("g++ -xc -c a.cc", "/p/a.cc"), "c");
  EXPECT_EQ(language("g++ -x c++ -c a.inl", "/p/a.inl"), "c++");
  EXPECT_EQ(language("g++ -x none -c a.cc", "/p/a.cc"), "c++");
}

TEST(CommandLine, SaysWhyItIsNoUnit) {
  EXPECT_EQ(Fit("gcc -c a.S", "/p/a.S").kind, Kind::OtherLanguage);
  EXPECT_EQ(Fit("nvcc -c a.cu", "/p/a.cu").kind, Kind::OtherLanguage);
  EXPECT_EQ(Fit("windres a.rc", "/p/a.rc").kind, Kind::OtherLanguage);
  EXPECT_EQ(Fit("gcc -x assembler-with-cpp -c a.c", "/p/a.c").kind, Kind::OtherLanguage);
  EXPECT_EQ(Fit("g++ -x c++-header -o x.gch -c x.hxx.cxx", "/p/x.hxx.cxx").kind, Kind::Header);
  EXPECT_EQ(Fit("g++ -c x.hpp", "/p/x.hpp").kind, Kind::Header);
  EXPECT_EQ(Fit("cl.exe /nologo /c a.cc").kind, Kind::Msvc);
  EXPECT_EQ(Fit("clang-cl /c a.cc").kind, Kind::Msvc);
  EXPECT_EQ(Fit("").kind, Kind::Malformed);
  EXPECT_EQ(Fit("-c a.cc").kind, Kind::Malformed);
}

TEST(CommandLine, TargetComesFromNameOrFlagWhenTheFrontEndKnowsIt) {
  const auto target = [](const std::string& command) {
    const auto arguments = Fit(command).arguments;
    return arguments.size() > 2 && arguments[2].starts_with("--target=") ? arguments[2].substr(9) : "";
  };
  EXPECT_EQ(target("aarch64-linux-gnu-g++ -c a.cc"), "aarch64-linux-gnu");
  EXPECT_EQ(target("clang++ --target=riscv64-linux-gnu -c a.cc"), "riscv64-linux-gnu");
  EXPECT_EQ(target("clang++ -target i686-pc-linux-gnu -c a.cc"), "i686-pc-linux-gnu");
  EXPECT_EQ(target("sh4-linux-gnu-g++ -c a.cc"), "");
  EXPECT_EQ(target("clang++ --target=nonsense -c a.cc"), "");
  EXPECT_EQ(target("clang++ --target=/x/y -c a.cc"), "");
  EXPECT_EQ(target("g++ -c a.cc"), "");
}

TEST(CommandLine, ProcessorFlagsBelongToTheirProcessor) {
  const auto last = [](const std::string& command) { return Fit(command).arguments.back(); };
  EXPECT_EQ(last("x86_64-linux-gnu-g++ -mavx2 a.cc"), "-mavx2");
  EXPECT_EQ(last("x86_64-linux-gnu-g++ -march=haswell a.cc"), "-march=haswell");
  EXPECT_EQ(last("x86_64-linux-gnu-g++ -mno-sse4.2 a.cc"), "-mno-sse4.2");
  EXPECT_EQ(last("aarch64-linux-gnu-g++ -DX -mavx2 -march=haswell -m32 a.cc"), "-DX");
  EXPECT_EQ(last("arm-linux-gnueabihf-g++ -mfpu=neon a.cc"), "-mfpu=neon");
}

TEST(CommandLine, CoroutineFlagsRaiseTheStandard) {
  EXPECT_EQ(Fit("g++-10 -std=gnu++17 -fcoroutines a.cc").arguments[2], "-std=gnu++20");
  EXPECT_EQ(Fit("g++-10 -fconcepts a.cc").arguments[2], "-std=gnu++20");
}

TEST(CommandLine, IncludedHeadersMustBeThere) {
  TempTree tree;
  tree.Write("build/cmake_pch.hxx", "");
  tree.Write("inc/force.h", "");
  const CommandLine line =
      Fit("g++ -I../inc -include cmake_pch.hxx -include force.h -include gone.h -imacros /dev/zero a.cc", tree / "a.cc", tree / "build");
  EXPECT_THAT(line.arguments, ElementsAre("-x", "c++", "-std=gnu++17", "-I" + tree / "inc", "-include", tree / "build/cmake_pch.hxx", "-include",
                                          tree / "inc/force.h"));
  EXPECT_THAT(line.missing_includes, ElementsAre("gone.h", "/dev/zero"));
  // As CMake writes it for clang: the binary form goes, the header stays.
  const std::string pch = tree / "build/cmake_pch.hxx";
  EXPECT_THAT(Fit("clang++ -Xclang -include-pch -Xclang " + pch + ".pch -Xclang -include -Xclang " + pch + " a.cc").arguments,
              ElementsAre("-x", "c++", "-std=gnu++17", "-include", pch));
}

TEST(CommandLine, LinksOnTheWayAreNotFolded) {
  TempTree tree;
  tree.Write("real/deep/x.h", "");
  tree.Write("real/inc/y.h", "");
  tree.Write("inc/z.h", "");
  std::filesystem::create_directory_symlink(tree / "real/deep", tree / "link");
  EXPECT_THAT(FitCommandLine({"g++", "-Ilink/../inc", "-I./inc/../inc//", "a.cc"}, tree.path(), tree / "a.cc").arguments,
              ElementsAre("-x", "c++", "-std=gnu++17", "-I" + tree / "link/../inc", "-I" + tree / "inc"));
}

TEST(CommandLine, ResponseFilesAreRead) {
  TempTree tree;
  tree.Write("a.rsp", "-DR=1 -fplugin=evil.so -Ix");
  EXPECT_THAT(FitCommandLine({"g++", "@a.rsp", "a.cc"}, tree.path(), tree / "a.cc").arguments,
              ElementsAre("-x", "c++", "-std=gnu++17", "-DR=1", "-I" + tree / "x"));
}

TEST(CommandLine, HugeAndOddWordsAreHarmless) {
  EXPECT_THAT(Passed("-D" + std::string(1 << 20, 'x')), IsEmpty());
  Words words = {"g++"};
  for (int i = 0; i < 200000; ++i) words.push_back("-DX" + std::to_string(i));
  EXPECT_LT(FitCommandLine(words, "/p", "/p/a.cc").arguments.size(), 20000u);
  EXPECT_EQ(FitCommandLine({"g++", "-I", ""}, "/p", "/p/a.cc").kind, Kind::Usable);
  EXPECT_EQ(FitCommandLine({"g++", "-D"}, "", "").kind, Kind::OtherLanguage);
  EXPECT_EQ(FitCommandLine({"g++", std::string("-DA\0B", 5)}, "/p", "/p/a.cc").arguments.size(), 3u);
}

TEST(CommandLine, SearchFoldersInOrder) {
  CompileCommand command;
  command.arguments = Fit("g++ -Ia -isystem b -include -Inot -DX -idirafter c -iquote d a.cc").arguments;
  EXPECT_THAT(SearchFolders(command), ElementsAre("/p/build/a", "/p/build/b", "/p/build/c", "/p/build/d"));
}

TEST(HostHeaders, FlagsWithoutTheirHeadersGo) {
  TempTree machine;
  HostHeaders host(machine.path());
  Words arguments = {"-x", "c++", "--target=riscv64-linux-gnu", "-std=c++20", "-stdlib=libc++", "-m32", "--sysroot=" + machine / "gone", "-DX"};
  Words removed;
  host.Adapt(&arguments, &removed);
  EXPECT_THAT(arguments, ElementsAre("-x", "c++", "-std=c++20", "-DX"));
  EXPECT_EQ(removed.size(), 4u);

  machine.Write("usr/riscv64-linux-gnu/include/stdio.h", "");
  machine.Write("usr/include/c++/v1/vector", "");
  HostHeaders rich(machine.path());
  arguments = {"--target=riscv64-linux-gnu", "-stdlib=libc++"};
  rich.Adapt(&arguments, &removed);
  EXPECT_THAT(arguments, ElementsAre("--target=riscv64-linux-gnu", "-stdlib=libc++"));

  // With a sysroot that is there, the command knows best.
  arguments = {"--target=mips-linux-gnu", "--sysroot=" + machine.path()};
  host.Adapt(&arguments, &removed);
  EXPECT_EQ(arguments.size(), 2u);
}

}  // namespace
}  // namespace backlint
