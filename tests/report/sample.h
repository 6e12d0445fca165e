// A small project on disk and findings in it.
#ifndef BACKLINT_TESTS_REPORT_SAMPLE_H_
#define BACKLINT_TESTS_REPORT_SAMPLE_H_

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "core/finding.h"
#include "report/report.h"

namespace backlint::report {

inline constexpr Entry kEntry{.name = "sql-injection",
                              .chapter = Chapter::kSecurity,
                              .severity = Severity::kError,
                              .symptom = "Rows leak.",
                              .cause = "Text of unknown content becomes part of a statement.",
                              .fix = "Pass the value as a parameter: `PQexecParams(conn, \"... $1\", 1, nullptr, values, nullptr, nullptr, 0)`."};
inline constexpr Entry kOther{.name = "query-in-loop",
                              .chapter = Chapter::kDatabase,
                              .severity = Severity::kWarning,
                              .symptom = "Slow pages.",
                              .cause = "One query a turn.",
                              .fix = "One query with a list."};

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "backlint-report-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;

  void Write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline Finding At(const std::string& path, uint32_t line, uint32_t column, const std::string& message, const std::string& anchor = "a") {
  Finding finding;
  finding.entry = &kEntry;
  finding.severity = Severity::kError;
  finding.place = {path, line, column};
  finding.message = message;
  finding.anchor = anchor;
  return finding;
}

inline Report One(Finding finding, const std::string& root = "") {
  Report report;
  report.root = root;
  report.findings.push_back({.finding = std::move(finding), .fingerprint = "f"});
  report.summary.findings = CountFindings(report.findings);
  return report;
}

}  // namespace backlint::report

#endif  // BACKLINT_TESTS_REPORT_SAMPLE_H_
