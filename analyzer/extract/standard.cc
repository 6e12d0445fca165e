#include "extract/standard.h"

#include <algorithm>
#include <array>

namespace backlint {
namespace {

struct Known {
  std::string_view name;       // without `gnu` or `c`
  int year;
};

constexpr std::array kCxx = {Known{"++98", 98}, Known{"++03", 98}, Known{"++0x", 11}, Known{"++11", 11}, Known{"++1y", 14},
                             Known{"++14", 14}, Known{"++1z", 17}, Known{"++17", 17}, Known{"++2a", 20}, Known{"++20", 20},
                             Known{"++2b", 23}, Known{"++23", 23}, Known{"++2c", 26}, Known{"++26", 26}};
constexpr std::array kC = {Known{"89", 89}, Known{"90", 89}, Known{"99", 99}, Known{"9x", 99}, Known{"11", 11}, Known{"1x", 11},
                           Known{"17", 17}, Known{"18", 17}, Known{"2x", 23}, Known{"23", 23}, Known{"2y", 25}};

template <typename Table>
const Known* Find(const Table& table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Known& known) { return known.name == name; });
  return found == table.end() ? nullptr : &*found;
}

std::string Default(std::string_view language, const CompilerName& compiler) {
  const int version = compiler.version;
  const bool clang = compiler.family == CompilerName::Family::Clang;
  if (language == "c") {
    if (clang || version == 0) return "gnu17";
    return version < 5 ? "gnu89" : version < 8 ? "gnu11" : version < 15 ? "gnu17" : "gnu23";
  }
  if (version == 0) return "gnu++17";
  if (clang) return version < 6 ? "gnu++98" : version < 16 ? "gnu++14" : "gnu++17";
  return version < 6 ? "gnu++98" : version < 11 ? "gnu++14" : version < 16 ? "gnu++17" : "gnu++20";
}

}  // namespace

std::string FitStandard(std::string_view given, std::string_view language, const CompilerName& compiler, bool at_least_20) {
  const bool cxx = language != "c";
  if (given == "ansi") given = cxx ? "c++98" : "c90";
  std::string standard(given);
  const bool gnu = given.starts_with("gnu");
  const std::string_view name = gnu ? given.substr(3) : given.starts_with('c') ? given.substr(1) : std::string_view();
  if (!(cxx ? Find(kCxx, name) : Find(kC, name))) standard.clear();
  // Not a standard that this front end knows, but surely a newer one than its default.
  if (cxx && standard.empty() && name.starts_with("++")) standard = "gnu++26";
  if (!cxx && given.starts_with("iso9899:")) standard = given.ends_with("1999") ? "c99" : given.ends_with("1990") ? "c90" : "c17";
  if (standard.empty()) standard = Default(language, compiler);
  const Known* known = cxx ? Find(kCxx, std::string_view(standard).substr(standard.starts_with("gnu") ? 3 : 1)) : nullptr;
  if (at_least_20 && known && (known->year < 20 || known->year == 98)) standard = standard.starts_with("gnu") ? "gnu++20" : "c++20";
  return standard;
}

}  // namespace backlint
