#include "sql/migration.h"

#include <algorithm>
#include <map>

#include "sql/migration_name.h"
#include "sql/name_comparison.h"
#include "sql/segmented_text.h"

namespace backlint::sql {
namespace {

constexpr size_t kNowhere = std::string_view::npos;

// The comment lines of a text that begin with a mark of a tool: `-- migrate:up`, `-- +goose Up`, `-- +migrate Up`.
struct Marks {
  size_t up = kNowhere;    // behind the line
  size_t down = kNowhere;  // before the line
  bool unwrapped = false;  // no transaction
};

Marks FindMarks(std::string_view text) {
  Marks marks;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    const size_t begin = at;
    if (begin == 0 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
    at = end + 1;
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    if (!line.starts_with("--")) continue;
    line.remove_prefix(2);
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    const std::string mark = LowerCase(line.substr(0, 80));
    const bool up = mark.starts_with("migrate:up") || mark.starts_with("+goose up") || mark.starts_with("+migrate up");
    const bool down = mark.starts_with("migrate:down") || mark.starts_with("+goose down") || mark.starts_with("+migrate down");
    if (up && marks.up == kNowhere) marks.up = std::min(end + 1, text.size());
    if (down && marks.up != kNowhere && marks.down == kNowhere) marks.down = begin;
    if (down && marks.up == kNowhere) marks.down = kNowhere;  // the down part first: the up part goes to the end
    if (up || mark.starts_with("+goose"))
      marks.unwrapped |= mark.find("notransaction") != kNowhere || mark.find("no transaction") != kNowhere ||
                         mark.find("transaction:false") != kNowhere;
  }
  return marks;
}

struct Entry {
  size_t file;
  MigrationName name;
};

class History {
 public:
  History(std::span<const MigrationFile> files, std::string folder) : files_(files) { history_.folder = std::move(folder); }

  void Add(size_t file, MigrationName name) { entries_.push_back({file, std::move(name)}); }

  MigrationHistory Order() {
    DecideStyle();
    for (Entry& entry : entries_) {
      if (IsLeftOut(entry)) {
        history_.left_out.push_back(entry.file);
      } else {
        kept_.push_back(&entry);
      }
    }
    std::stable_sort(kept_.begin(), kept_.end(), [&](const Entry* a, const Entry* b) { return Before(*a, *b); });
    StartAtBaseline();
    for (const Entry* entry : kept_) history_.steps.push_back(StepOf(*entry));
    return std::move(history_);
  }

 private:
  void DecideStyle() {
    const auto any = [&](auto holds) { return std::any_of(entries_.begin(), entries_.end(), holds); };
    marked_ = any([&](const Entry& entry) { return FindMarks(files_[entry.file].text).up != kNowhere; });
    versions_ = any([](const Entry& entry) { return !entry.name.version.empty(); });
    if (any([](const Entry& entry) { return entry.name.lettered || entry.name.repeatable; })) {
      history_.style = MigrationStyle::kVersioned;
    } else if (marked_) {
      history_.style = MigrationStyle::kMarked;
    } else if (any([](const Entry& entry) { return entry.name.up; })) {
      history_.style = MigrationStyle::kUpDown;
    } else if (versions_) {
      history_.style = MigrationStyle::kNumbered;
    }
  }

  bool IsLeftOut(const Entry& entry) const {
    const MigrationName& name = entry.name;
    if (name.down || name.check) return true;
    switch (history_.style) {
      case MigrationStyle::kVersioned:
        return !name.lettered && !name.repeatable;
      case MigrationStyle::kMarked:
        return FindMarks(files_[entry.file].text).up == kNowhere;
      case MigrationStyle::kUpDown:
        return !name.up;
      case MigrationStyle::kNumbered:
        return name.snapshot;  // what the migrations lead to
      default:
        return false;
    }
  }

  bool Before(const Entry& a, const Entry& b) const {
    if (a.name.repeatable != b.name.repeatable) return b.name.repeatable;
    if (a.name.snapshot != b.name.snapshot) return a.name.snapshot;
    if (versions_ && a.name.version.empty() != b.name.version.empty()) return a.name.version.empty();
    if (a.name.version != b.name.version &&
        (NaturallyBefore(a.name.version, b.name.version) || NaturallyBefore(b.name.version, a.name.version)))
      return NaturallyBefore(a.name.version, b.name.version);
    return NaturallyBefore(a.name.stem, b.name.stem);
  }

  // A baseline holds what all versions up to its own have made.
  void StartAtBaseline() {
    const auto last = std::find_if(kept_.rbegin(), kept_.rend(), [](const Entry* entry) { return entry->name.baseline; });
    if (last == kept_.rend()) return;
    const Entry* baseline = *last;
    const auto covered = [&](const Entry* entry) {
      return entry != baseline && !entry->name.repeatable && !NaturallyBefore(baseline->name.version, entry->name.version);
    };
    for (const Entry* entry : kept_)
      if (covered(entry)) history_.left_out.push_back(entry->file);
    std::erase_if(kept_, covered);
  }

  Migration StepOf(const Entry& entry) const {
    Migration step;
    const std::string_view text = files_[entry.file].text;
    step.file = entry.file;
    step.up = text;
    step.version = entry.name.version;
    step.repeatable = entry.name.repeatable;
    step.wrapped = history_.style == MigrationStyle::kVersioned;
    if (history_.style != MigrationStyle::kMarked) return step;
    const Marks marks = FindMarks(text);
    step.up = text.substr(marks.up, marks.down == kNowhere ? kNowhere : marks.down - marks.up);
    step.offset = static_cast<uint32_t>(marks.up);
    step.line = 1 + static_cast<uint32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(marks.up), '\n'));
    step.wrapped = !marks.unwrapped;
    return step;
  }

  std::span<const MigrationFile> files_;
  std::vector<Entry> entries_;
  std::vector<const Entry*> kept_;
  MigrationHistory history_;
  bool versions_ = false;
  bool marked_ = false;
};

// The names in a plan, in order. `%` begins a pragma, `@` a tag; a name ends at a blank.
std::vector<std::string_view> PlannedNames(std::string_view plan) {
  std::vector<std::string_view> names;
  for (size_t at = 0; at < plan.size();) {
    const size_t end = std::min(plan.find('\n', at), plan.size());
    const std::string_view line = plan.substr(at, end - at);
    at = end + 1;
    const std::string_view name = line.substr(0, line.find_first_of(" \t\r"));
    if (!name.empty() && name[0] != '%' && name[0] != '@' && name[0] != '#' && name[0] != '-') names.push_back(name);
  }
  return names;
}

}  // namespace

std::vector<MigrationHistory> OrderMigrations(std::span<const MigrationFile> files) {
  std::map<std::string, History> folders;
  std::map<std::string, size_t> plans;
  std::vector<MigrationName> names;
  for (size_t i = 0; i < files.size(); ++i) {
    names.push_back(ReadMigrationName(files[i].path));
    if (names.back().plan) plans.emplace(names.back().folder, i);
  }
  std::vector<MigrationHistory> histories;
  for (const auto& [folder, plan] : plans) {
    MigrationHistory history;
    history.folder = folder;
    history.style = MigrationStyle::kPlanned;
    const std::string top = folder.empty() ? "" : folder + "/";
    for (const std::string_view planned : PlannedNames(files[plan].text)) {
      const std::string path = top + "deploy/" + std::string(planned) + ".sql";
      const auto file =
          std::find_if(files.begin(), files.end(), [&](const MigrationFile& candidate) { return candidate.path == path; });
      if (file == files.end()) continue;
      const auto index = static_cast<size_t>(file - files.begin());
      history.steps.push_back({index, file->text, 0, 1, std::string(planned), false, false});
    }
    for (size_t i = 0; i < files.size(); ++i) {
      const std::string_view own = names[i].folder;
      if (own != top + "deploy" && own != top + "revert" && own != top + "verify") continue;
      const bool planned =
          std::any_of(history.steps.begin(), history.steps.end(), [&](const Migration& step) { return step.file == i; });
      if (!planned) history.left_out.push_back(i);
      names[i].sql = false;
    }
    histories.push_back(std::move(history));
  }
  for (size_t i = 0; i < files.size(); ++i) {
    if (!names[i].sql) continue;
    const std::string folder = names[i].folder;
    folders.try_emplace(folder, files, folder).first->second.Add(i, std::move(names[i]));
  }
  for (auto& [folder, history] : folders) histories.push_back(history.Order());
  std::sort(histories.begin(), histories.end(),
            [](const MigrationHistory& a, const MigrationHistory& b) { return a.folder < b.folder; });
  return histories;
}

}  // namespace backlint::sql
