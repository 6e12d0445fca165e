#include "extract/failed_facts.h"

#include <deque>
#include <memory>
#include <unordered_set>

#include "core/digest.h"
#include "core/facts.h"
#include "extract/command_line.h"
#include "extract/file_text.h"
#include "extract/include_scan.h"
#include "extract/path.h"

namespace backlint {
namespace {

constexpr size_t kMaxFiles = 2000;
constexpr size_t kMaxFileBytes = size_t{1} << 30;

class Closure {
 public:
  Closure(const CompileCommand& command, const std::string& root) : root_(root), folders_(SearchFolders(command)) {
    Add(command.source);
    for (size_t i = 0; i + 1 < command.arguments.size(); ++i)
      if (command.arguments[i] == "-include" || command.arguments[i] == "-imacros") Add(command.arguments[i + 1]);
    while (!waiting_.empty() && files_.size() < kMaxFiles) {
      const std::string path = std::move(waiting_.front());
      waiting_.pop_front();
      Read(path);
    }
  }

  std::vector<std::unique_ptr<facts::FileT>> Take() { return std::move(files_); }

 private:
  void Add(const std::string& path) {
    if (seen_.insert(path).second) waiting_.push_back(path);
  }

  void Read(const std::string& path) {
    const auto text = ReadFileText(path, kMaxFileBytes);
    auto file = std::make_unique<facts::FileT>();
    file->path = RelativeTo(root_, path);
    file->digest = text ? Digest(*text) : "";
    file->size = text ? text->size() : 0;
    file->role = IsBelow(path, root_) ? facts::FileRole::Project : facts::FileRole::External;
    files_.push_back(std::move(file));
    if (!text) return;
    for (const IncludeLine& include : ScanIncludes(*text)) Find(include, std::string(Dirname(path)));
  }

  void Find(const IncludeLine& include, const std::string& folder) {
    if (include.quoted && Take(folder, include.name)) return;
    for (const std::string& searched : folders_)
      if (Take(searched, include.name)) return;
  }

  bool Take(const std::string& folder, const std::string& name) {
    const std::string path = AbsolutePath(folder, name);
    if (!IsBelow(path, root_) || !IsRegularFile(path)) return false;
    Add(path);
    return true;
  }

  const std::string& root_;
  std::vector<std::string> folders_;
  std::deque<std::string> waiting_;
  std::unordered_set<std::string> seen_;
  std::vector<std::unique_ptr<facts::FileT>> files_;
};

}  // namespace

facts::UnitFactsT FailedUnit(const CompileCommand& command, const std::string& root, const std::string& failure) {
  facts::UnitFactsT unit;
  unit.version = kFactsVersion;
  unit.source = RelativeTo(root, command.source);
  unit.state = facts::UnitState::Failed;
  unit.failure = failure;
  unit.strings = {""};
  unit.files = Closure(command, root).Take();
  return unit;
}

std::string FailedFacts(const CompileCommand& command, const std::string& root, const std::string& failure) {
  return facts::Serialize(FailedUnit(command, root, failure));
}

}  // namespace backlint
