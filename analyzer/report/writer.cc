#include "report/writer.h"

namespace backlint::report {
namespace {

constexpr Format kFormats[] = {
    {"text", "for people: code, the way of the data, cause and fix", WriteText},
    {"gcc", "one line each, as compilers write them; editors and CI logs read it", WriteGcc},
    {"json", "everything, for programs", WriteJson},
    {"sarif", "SARIF 2.1.0, for code scanning and viewers of it", WriteSarif},
    {"gitlab", "Code Quality reports of GitLab", WriteGitlab},
    {"github", "annotations of GitHub Actions, the most severe first", WriteGithub},
    {"rdjson", "Reviewdog's diagnostics", WriteRdjson},
    {"checkstyle", "XML of Checkstyle, which many servers read", WriteCheckstyle},
    {"junit", "XML of JUnit: a failed test case for each finding", WriteJunit},
};

}  // namespace

std::span<const Format> Formats() { return kFormats; }

const Format* FindFormat(std::string_view name) {
  for (const Format& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

}  // namespace backlint::report
