#include "extract/compiler_name.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "extract/path.h"

namespace backlint {
namespace {

using Family = CompilerName::Family;

struct Driver {
  std::string_view name;
  Family family;
  bool cxx;
};

// Longer names first: the end of `x-clang++` must not be taken for `++`'s neighbour `c++`.
constexpr std::array kDrivers = {
    Driver{"clang-cl", Family::Msvc, true}, Driver{"clang++", Family::Clang, true}, Driver{"clang", Family::Clang, false},
    Driver{"g++", Family::Gcc, true},       Driver{"gcc", Family::Gcc, false},      Driver{"c++", Family::Gcc, true},
    Driver{"cc", Family::Gcc, false},       Driver{"mpicxx", Family::Gcc, true},    Driver{"mpic++", Family::Gcc, true},
    Driver{"mpicc", Family::Gcc, false},    Driver{"icpx", Family::Clang, true},    Driver{"icx", Family::Clang, false},
    Driver{"icpc", Family::Gcc, true},      Driver{"icc", Family::Gcc, false},      Driver{"em++", Family::Clang, true},
    Driver{"emcc", Family::Clang, false},   Driver{"hipcc", Family::Clang, true},   Driver{"nvcc", Family::Gcc, true},
    Driver{"tcc", Family::Gcc, false},      Driver{"c99", Family::Gcc, false},      Driver{"c89", Family::Gcc, false},
    Driver{"cl", Family::Msvc, true},       Driver{"icl", Family::Msvc, true},
};

constexpr std::array<std::string_view, 20> kLaunchers = {
    "ccache", "sccache", "distcc",  "icecc", "icerun", "buildcache", "gomacc", "rewrapper", "cachecc1", "clcache",
    "env",    "nice",    "ionice",  "time",  "cmake",  "libtool",    "sh",     "bash",      "dash",     "stdbuf"};

// Processor names that the front end knows; others would end the parse before it began.
constexpr std::array<std::string_view, 26> kProcessors = {
    "x86_64",    "amd64",       "i386",     "i486",     "i586",    "i686",      "aarch64",   "aarch64_be", "arm64",
    "arm",       "armv6",       "armv7",    "armv7l",   "armv7a",  "armv8l",    "armeb",     "powerpc",    "powerpc64",
    "powerpc64le", "ppc64le",   "riscv32",  "riscv64",  "mips",    "mipsel",    "s390x",     "loongarch64"};

template <typename Range>
bool Contains(const Range& range, std::string_view word) {
  return std::find(range.begin(), range.end(), word) != range.end();
}

std::string LowerName(std::string_view program) {
  // Backslashes: databases written on Windows.
  std::string name(program.substr(program.find_last_of("/\\") + 1));
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (name.ends_with(".exe")) name.resize(name.size() - 4);
  return name;
}

// `g++-12.2` -> `g++`, 12. Only behind a letter, `+` or `-`, so that `c99` keeps its name.
int TakeVersion(std::string* name) {
  size_t at = name->size();
  while (at > 0 && (std::isdigit(static_cast<unsigned char>((*name)[at - 1])) || (*name)[at - 1] == '.')) --at;
  if (at == 0 || at == name->size() || !std::isdigit(static_cast<unsigned char>((*name)[at]))) return 0;
  const char before = (*name)[at - 1];
  if (before != '-' && before != '+' && !name->ends_with("clang" + name->substr(at)) && !name->ends_with("gcc" + name->substr(at)))
    return 0;
  int version = 0;
  for (size_t i = at; i < name->size() && (*name)[i] != '.' && version < 1000; ++i) version = version * 10 + ((*name)[i] - '0');
  name->resize(before == '-' ? at - 1 : at);
  return version;
}

bool IsTarget(std::string_view prefix) {
  const std::string_view processor = prefix.substr(0, prefix.find('-'));
  return prefix.size() < 64 && processor != prefix && Contains(kProcessors, processor);
}

bool IsAssignment(std::string_view word) {
  const size_t equals = word.find('=');
  if (equals == 0 || equals == std::string_view::npos || std::isdigit(static_cast<unsigned char>(word[0]))) return false;
  return std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals),
                     [](unsigned char c) { return std::isalnum(c) || c == '_'; });
}

}  // namespace

std::optional<CompilerName> ParseCompilerName(std::string_view program) {
  std::string name = LowerName(program);
  for (std::string_view thread_model : {"-posix", "-win32"})
    if (name.ends_with(thread_model)) name.resize(name.size() - thread_model.size());
  CompilerName result;
  result.version = TakeVersion(&name);
  for (const Driver& driver : kDrivers) {
    if (!name.ends_with(driver.name)) continue;
    const std::string_view before = std::string_view(name).substr(0, name.size() - driver.name.size());
    if (!before.empty() && before.back() != '-') continue;
    result.family = driver.family;
    result.cxx = driver.cxx;
    if (!before.empty() && IsTarget(before.substr(0, before.size() - 1))) result.target = before.substr(0, before.size() - 1);
    return result;
  }
  return std::nullopt;
}

size_t FindCompiler(std::span<const std::string> words) {
  bool launched = false;
  size_t unknown = words.size();
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (IsAssignment(word)) continue;
    if (word.starts_with('-')) {
      if (!launched) return words.size();
      continue;
    }
    if (ParseCompilerName(word)) return i;
    const std::string name = LowerName(word);
    if (Contains(kLaunchers, name) || name.ends_with("-libtool")) {
      launched = true;
    } else if (!launched) {
      // An unknown wrapper in front of a compiler, or a compiler of an unknown name.
      return i + 1 < words.size() && ParseCompilerName(words[i + 1]) ? i + 1 : i;
    } else if (unknown == words.size() && !std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c); })) {
      // A compiler of an unknown name, if none of a known name follows; a number is the value of a launcher's option (`nice -n 10`).
      unknown = i;
    }
  }
  return unknown;
}

}  // namespace backlint
