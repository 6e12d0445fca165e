#include "report/writer.h"

namespace backlint::report {
namespace {

constexpr Format kFormats[] = {
    {"text", "for people: code, the way of the data, cause and fix", WriteText},
    {"gcc", "one line each, as compilers write them; editors and CI logs read it", WriteGcc},
    {"json", "everything, for programs", WriteJson},
};

}  // namespace

std::span<const Format> Formats() { return kFormats; }

const Format* FindFormat(std::string_view name) {
  for (const Format& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

}  // namespace backlint::report
