#include "report/triage.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "core/digest.h"

namespace backlint::report {
namespace {

constexpr Entry kUnusedSuppression{
    .name = "unused-suppression",
    .chapter = Chapter::kRuntime,
    .severity = Severity::kNote,
    .symptom = "A comment switches a check off where there is nothing to switch off.",
    .cause = "The code that the comment spoke for is gone or was repaired, or the comment names a check that does not exist.",
    .fix = "Remove the comment. It would hide the next real finding on this line."};

constexpr Entry kUnexplainedSuppression{
    .name = "unexplained-suppression",
    .chapter = Chapter::kRuntime,
    .severity = Severity::kNote,
    .symptom = "A comment switches a check off, and nobody knows whether it still may.",
    .cause = "`allow` stands without a reason, so that the next reader cannot tell a decision from a way around a red build.",
    .fix = "Write the reason behind the parenthesis: `// backlint: allow(sql-injection) the names come from our own list`."};

constexpr const Entry* kEntries[] = {&kUnusedSuppression, &kUnexplainedSuppression};

constexpr std::string_view kPrefix = "backlint-";

bool NamesNone(std::string_view check) { return check.empty() || check == "*"; }

// What else stands between the parentheses is prose about suppressions, as `allow(<check>)`.
bool CouldBeAName(std::string_view check) {
  return NamesNone(check) || std::all_of(check.begin(), check.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

auto Order(const Finding& f) {
  return std::tie(f.place, f.entry->name, f.message, f.end_line, f.end_column, f.function, f.anchor, f.notes, f.cause, f.fix);
}

bool SameFinding(const Finding& a, const Finding& b) {
  return a.entry->name == b.entry->name && a.place == b.place && a.message == b.message;
}

void SortAndDedupe(Findings& findings) {
  std::erase_if(findings, [](const Finding& f) { return f.entry == nullptr; });
  std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return Order(a) < Order(b); });
  // Sorted by place, check and message first, so that equal ones are neighbours and the least of them stays.
  findings.erase(std::unique(findings.begin(), findings.end(), SameFinding), findings.end());
}

std::vector<ReportedFinding> GiveFingerprints(Findings findings) {
  std::map<std::tuple<std::string_view, std::string, std::string, std::string>, uint64_t> occurrences;
  std::vector<ReportedFinding> reported;
  reported.reserve(findings.size());
  for (Finding& finding : findings) {
    const std::string& anchor = finding.anchor.empty() ? finding.message : finding.anchor;
    const uint64_t nth = occurrences[{finding.entry->name, finding.place.path, finding.function, anchor}]++;
    DigestBuilder digest;
    digest.Add(finding.entry->name).Add(finding.place.path).Add(finding.function).Add(anchor).Add(std::to_string(nth));
    reported.push_back({.finding = std::move(finding), .fingerprint = digest.Finish()});
  }
  return reported;
}

// Places of suppressions, by file and check.
class SuppressionIndex {
 public:
  explicit SuppressionIndex(std::span<const Suppression> suppressions)
      : suppressions_(suppressions), used_(suppressions.size(), false), missed_(suppressions.size(), false) {
    for (size_t i = 0; i < suppressions.size(); ++i) index_[{suppressions[i].place.path, suppressions[i].check}].push_back(i);
  }

  // A finding may reach over several lines; the comment may stand at any of them, or at a step of its way.
  void Apply(ReportedFinding& reported) {
    const Finding& finding = reported.finding;
    for (const size_t i : On(finding.place.path, finding.entry->name)) {
      if (!Touches(suppressions_[i], finding)) continue;
      used_[i] = true;
      if (!reported.suppressed) reported.reason = suppressions_[i].reason;
      reported.suppressed = true;
    }
    for (const std::string_view none : {"", "*"})
      for (const size_t i : On(finding.place.path, none))
        if (Touches(suppressions_[i], finding)) missed_[i] = true;
  }

  bool used(size_t i) const { return used_[i]; }
  // Names no check, and stands where a finding is.
  bool missed(size_t i) const { return missed_[i]; }

 private:
  const std::vector<size_t>& On(std::string_view path, std::string_view check) const {
    static const std::vector<size_t> kNothing;
    const auto found = index_.find({path, check});
    return found == index_.end() ? kNothing : found->second;
  }

  static bool Touches(const Suppression& suppression, const Finding& finding) {
    const uint32_t first = suppression.first_line ? suppression.first_line : suppression.target_line;
    const uint32_t last = std::max({first, suppression.last_line, suppression.target_line});
    if (finding.place.line <= last && first <= std::max(finding.place.line, finding.end_line)) return true;
    return std::any_of(finding.notes.begin(), finding.notes.end(), [&](const Note& note) {
      return note.place.path == finding.place.path && first <= note.place.line && note.place.line <= last;
    });
  }

  std::span<const Suppression> suppressions_;
  std::vector<bool> used_, missed_;
  std::map<std::pair<std::string_view, std::string_view>, std::vector<size_t>> index_;
};

bool Contains(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string WhyUnused(const Suppression& s, bool known) {
  if (NamesNone(s.check)) return "nothing is suppressed here: the comment names no check";
  if (!known) return fmt::format("nothing is suppressed here: there is no check `{}`", s.check);
  if (s.first_line < s.last_line) return fmt::format("nothing is suppressed here: `{}` has no finding on lines {} to {}", s.check, s.first_line, s.last_line);
  return fmt::format("nothing is suppressed here: `{}` has no finding on line {}", s.check, s.target_line);
}

Finding About(const Suppression& s, const Entry& entry, std::string message) {
  Finding finding;
  finding.entry = &entry;
  finding.severity = Severity::kNote;
  finding.place = s.place;
  finding.message = std::move(message);
  finding.anchor = s.check;
  return finding;
}

// What is to be said about the comments themselves.
Findings Remarks(std::span<const Suppression> suppressions, const SuppressionIndex& index, const TriageOptions& options) {
  Findings remarks;
  for (size_t i = 0; i < suppressions.size(); ++i) {
    const Suppression& s = suppressions[i];
    const bool allow = s.form == facts::SuppressionForm::Allow, known = Contains(options.known, s.check);
    if (index.used(i)) {
      if (allow && s.reason.empty())
        remarks.push_back(About(s, kUnexplainedSuppression, fmt::format("`{}` is suppressed here without a reason", s.check)));
    } else if (NamesNone(s.check) ? allow || index.missed(i) : !known || Contains(options.ran, s.check)) {
      Finding& remark = remarks.emplace_back(About(s, kUnusedSuppression, WhyUnused(s, known)));
      if (!NamesNone(s.check)) continue;
      remark.cause = "A comment that names no check would keep every check quiet, those of later versions too.";
      remark.fix = "Name the check: `// backlint: allow(sql-injection) why it is right here`.";
    }
  }
  return remarks;
}

bool IsBelow(std::string_view path, std::string_view folder) {
  if (folder.empty() || folder == ".") return true;
  while (folder.ends_with('/')) folder.remove_suffix(1);
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool AskedFor(const Finding& finding, const std::vector<std::string>& paths) {
  return paths.empty() || std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
           return IsBelow(finding.place.path, path) ||
                  std::any_of(finding.notes.begin(), finding.notes.end(), [&](const Note& note) { return IsBelow(note.place.path, path); });
         });
}

}  // namespace

std::span<const Entry* const> SuppressionEntries() { return kEntries; }
const Entry& UnusedSuppression() { return kUnusedSuppression; }
const Entry& UnexplainedSuppression() { return kUnexplainedSuppression; }

std::vector<Suppression> CollectSuppressions(std::span<const facts::UnitFacts* const> units) {
  std::vector<Suppression> all;
  for (const facts::UnitFacts* unit : units) {
    if (!unit->suppressions()) continue;
    for (const facts::Suppression* s : *unit->suppressions()) {
      const facts::File* file = unit->files()->Get(s->file());
      if (file->role() == facts::FileRole::External) continue;
      std::string_view check = s->check()->string_view();
      if (check.starts_with(kPrefix)) check.remove_prefix(kPrefix.size());
      if (!CouldBeAName(check)) continue;
      all.push_back({.place = {file->path()->str(), s->line(), s->column()},
                     .target_line = s->target_line(),
                     .first_line = s->first_line(),
                     .last_line = s->last_line(),
                     .check = std::string(check),
                     .reason = s->reason() ? s->reason()->str() : "",
                     .form = s->form()});
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::vector<ReportedFinding> Triage(Findings findings, std::span<const Suppression> suppressions, const TriageOptions& options) {
  SortAndDedupe(findings);
  std::vector<ReportedFinding> reported = GiveFingerprints(std::move(findings));
  SuppressionIndex index(suppressions);
  for (ReportedFinding& finding : reported) index.Apply(finding);

  Findings remarks = Remarks(suppressions, index, options);
  SortAndDedupe(remarks);
  for (ReportedFinding& finding : GiveFingerprints(std::move(remarks))) reported.push_back(std::move(finding));

  std::erase_if(reported, [&](const ReportedFinding& r) { return !AskedFor(r.finding, options.paths); });
  std::sort(reported.begin(), reported.end(),
            [](const ReportedFinding& a, const ReportedFinding& b) { return Order(a.finding) < Order(b.finding); });
  return reported;
}

FindingCounts CountFindings(const std::vector<ReportedFinding>& findings) {
  FindingCounts counts;
  for (const ReportedFinding& r : findings) {
    if (r.suppressed) {
      ++counts.suppressed;
    } else if (r.baseline) {
      ++counts.baseline;
    } else {
      switch (r.finding.severity) {
        case Severity::kError: ++counts.error; break;
        case Severity::kWarning: ++counts.warning; break;
        case Severity::kNote: ++counts.note; break;
      }
    }
  }
  return counts;
}

}  // namespace backlint::report
