// How sources are compiled when nobody says: from what they include and from what lies in the tree and on the machine.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>

#include "extract/compile_database.h"
#include "extract/file_text.h"
#include "extract/host_headers.h"
#include "extract/include_scan.h"
#include "extract/path.h"
#include "extract/source_tree.h"

namespace backlint {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostNames = 20000;           // different names of includes that are looked up
constexpr size_t kMostSystemNames = 400;
constexpr int kSystemDepth = 3;
constexpr size_t kMostSystemFolders = 8000;
constexpr uint64_t kLargestFile = 4 << 20;

class Guess {
 public:
  explicit Guess(const std::string& root) : root_(root), tree_(ReadSourceTree(root)) {}

  CompileDatabase Run() {
    for (const std::string& folder : {root_, root_ + "/include", root_ + "/inc", root_ + "/src", root_ + "/lib"})
      if (IsDirectory(folder)) AddFolder(folder);
    for (const std::string& source : tree_.sources) Scan(source);
    for (const auto& [name, paths] : tree_.headers)
      for (const std::string& path : paths) Scan(path);
    for (const std::string& folder : tree_.folders)
      if (Basename(folder) == "include") AddFolder(folder);
    FindOnMachine();
    return Commands();
  }

 private:
  void AddFolder(const std::string& folder) {
    if (known_.insert(folder).second) folders_.push_back(folder);
  }

  void Scan(const std::string& path) {
    const auto text = ReadFileText(path, kLargestFile);
    if (!text) return;
    const std::string folder(Dirname(path));
    for (const IncludeLine& include : ScanIncludes(*text)) {
      if (names_.size() > kMostNames || include.name.find("..") != std::string::npos) continue;
      if (include.quoted && tree_.headers.count(std::string(Basename(include.name))) != 0 && IsRegularFile(folder + "/" + include.name)) continue;
      if (names_.insert(include.name).second) Resolve(include.name, folder);
    }
  }

  // A header of the tree whose path ends like the name; of several the one nearest to who asks.
  void Resolve(const std::string& name, const std::string& folder) {
    auto found = tree_.headers.find(std::string(Basename(name)));
    const std::string suffix = "/" + name;
    std::string best;
    size_t best_common = 0;
    if (found != tree_.headers.end())
      for (const std::string& path : found->second) {
        if (!path.ends_with(suffix)) continue;
        const size_t common = static_cast<size_t>(std::mismatch(path.begin(), path.end(), folder.begin(), folder.end()).first - path.begin());
        if (best.empty() || common > best_common) {
          best = path.substr(0, path.size() - suffix.size());
          best_common = common;
        }
      }
    if (best.empty()) missing_.push_back(name);
    else AddFolder(best);
  }

  // `#include <libpq-fe.h>` where the package keeps it in a folder of its own.
  void FindOnMachine() {
    const std::vector<std::string> tops = HostHeaders().IncludeFolders();
    std::vector<std::string> lookups;
    for (const std::string& name : missing_) {
      const bool direct = std::any_of(tops.begin(), tops.end(), [&](const std::string& top) { return IsRegularFile(top + "/" + name); });
      // The standard library's own names have no dot; so have those of some libraries, which begin with a capital.
      const bool standard = name.find_first_of("./") == std::string::npos && name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
      if (!direct && !standard && lookups.size() < kMostSystemNames) lookups.push_back(name);
    }
    if (lookups.empty()) return;
    std::vector<std::string> system;
    for (const std::string& top : tops) ListFolders(top, 0, &system);
    std::stable_sort(system.begin(), system.end(), [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
    std::set<std::string> added;
    for (const std::string& name : lookups) {
      // One that is already in use answers first.
      auto has = [&](const std::string& folder) { return IsRegularFile(folder + "/" + name); };
      if (std::any_of(system_folders_.begin(), system_folders_.end(), has)) continue;
      // Plain names (windows.h, version.h) turn up deep in every library: those only right below.
      const bool plain = name.find('/') == std::string::npos && std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
      const auto folder = std::find_if(system.begin(), system.end(), [&](const std::string& candidate) {
        return (!plain || std::find(tops.begin(), tops.end(), Dirname(candidate)) != tops.end()) && has(candidate);
      });
      if (folder == system.end()) continue;
      if (added.insert(*folder).second) system_folders_.push_back(*folder);
      // Its headers name each other from one folder up.
      const std::string parent(Dirname(*folder));
      if (std::find(tops.begin(), tops.end(), parent) == tops.end() && added.insert(parent).second) system_folders_.push_back(parent);
    }
  }

  static void ListFolders(const std::string& folder, int depth, std::vector<std::string>* folders) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end; !error && entry != end;
         entry.increment(error)) {
      std::error_code ignored;
      if (!entry->is_directory(ignored) || folders->size() >= kMostSystemFolders) continue;
      const std::string name = entry->path().filename().string();
      if (name == "c++" || name == "linux" || name == "asm" || name == "asm-generic" || name == "bits" || name == "sys") continue;
      folders->push_back(entry->path().string());
      if (depth + 1 < kSystemDepth) ListFolders(entry->path().string(), depth + 1, folders);
    }
  }

  CompileDatabase Commands() const {
    CompileDatabase database;
    std::vector<std::string> shared;
    for (const std::string& folder : folders_) shared.push_back("-I" + folder);
    for (const std::string& folder : system_folders_) {
      shared.push_back("-idirafter");
      shared.push_back(folder);
    }
    for (const std::string& source : tree_.sources) {
      CompileCommand command;
      command.source = source;
      command.directory = root_;
      command.arguments = {IsCFile(source) ? "-std=gnu17" : "-std=gnu++20", "-I" + std::string(Dirname(source))};
      command.arguments.insert(command.arguments.end(), shared.begin(), shared.end());
      database.commands.push_back(std::move(command));
    }
    database.remarks.push_back(fmt::format("no compile_commands.json: flags of {} sources are guessed ({} include folders)",
                                           tree_.sources.size(), folders_.size() + system_folders_.size()));
    if (tree_.cut) database.remarks.push_back("the project has more files than are looked at without a compile database");
    return database;
  }

  const std::string root_;
  const SourceTree tree_;
  std::vector<std::string> folders_, system_folders_, missing_;
  std::set<std::string> known_, names_;
};

}  // namespace

CompileDatabase GuessCompileDatabase(const std::string& root) { return Guess(FoldPath(root)).Run(); }

}  // namespace backlint
