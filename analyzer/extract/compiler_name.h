// Which compiler a compile command names, told by its words alone: the program is never looked at and never run.
#ifndef BACKLINT_EXTRACT_COMPILER_NAME_H_
#define BACKLINT_EXTRACT_COMPILER_NAME_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace backlint {

struct CompilerName {
  enum class Family { Gcc, Clang, Msvc, Other };
  Family family = Family::Gcc;
  bool cxx = false;              // a C++ driver: g++ takes .c files for C++
  int version = 0;               // of `g++-12`; 0 when the name does not say
  std::string target;            // of `aarch64-linux-gnu-g++`; empty for the machine's own compiler
};

// Understands versions and targets in names: `g++-12`, `clang++-16`, `x86_64-w64-mingw32-g++-posix`, `/opt/x/bin/cc`, `CL.EXE`.
// Nothing when the name is no compiler's.
std::optional<CompilerName> ParseCompilerName(std::string_view program);

// Index of the word that is the compiler: behind `ccache`, `distcc`, `env A=B`, `cmake -E ... --`, `libtool --mode=compile` and wrappers.
// words.size() when there is none.
size_t FindCompiler(std::span<const std::string> words);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_COMPILER_NAME_H_
