#include "extract/include_resolver.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "extract/command_line.h"
#include "extract/file_text.h"
#include "extract/path.h"

namespace backlint {
namespace {

constexpr size_t kMostFiles = 100000;
constexpr size_t kMostPackageFiles = 4000;
constexpr size_t kMostBytes = 256 << 10;          // of one file: includes stand in front
constexpr size_t kMostSearchFolders = 160;        // of one unit
constexpr std::string_view kNowhere = "//";

bool IsMachinePath(std::string_view path) { return path.starts_with('/'); }

std::string Below(std::string_view folder, std::string_view name) {
  return folder.empty() ? std::string(name) : std::string(folder).append("/").append(name);
}

// Components that both paths begin with.
size_t Common(std::string_view a, std::string_view b) {
  size_t common = 0;
  for (size_t at = 0; at <= a.size() && at <= b.size(); ++at) {
    const bool end_a = at == a.size() || a[at] == '/', end_b = at == b.size() || b[at] == '/';
    if (end_a && end_b && at > 0) ++common;
    if (at == a.size() || at == b.size() || a[at] != b[at]) break;
  }
  return common;
}

bool IsConventional(std::string_view folder) {
  const std::string_view name = Basename(folder);
  return name.empty() || name == "include" || name == "inc" || name == "src" || name == "lib" || name == "source" || name == "Source";
}

}  // namespace

IncludeResolver::IncludeResolver(const std::string& root, const SourceTree& tree, const HostHeaders& host)
    : root_(root), tree_(tree), packages_(host) {}

void IncludeResolver::Run() {
  for (const std::string& source : tree_.sources) Read(source);
  while (!waiting_.empty()) {
    const std::string path = std::move(waiting_.back());
    waiting_.pop_back();
    Read(path);
  }
}

void IncludeResolver::Read(const std::string& path) {
  if (!seen_.insert(path).second) return;
  if (seen_.size() > kMostFiles || (IsMachinePath(path) && ++package_files_ > kMostPackageFiles)) {
    cut_ = true;
    return;
  }
  const auto text = ReadFileText(IsMachinePath(path) ? path : root_ + "/" + path, kMostBytes);
  if (!text) return;
  const std::string folder(Dirname(path));
  for (const IncludeLine& include : ScanIncludes(*text)) Resolve(folder, include);
}

void IncludeResolver::Resolve(const std::string& folder, const IncludeLine& include) {
  if (include.name.starts_with('/')) return;
  if (!folders_[folder].asked.insert((include.quoted ? "\"" : "<") + include.name).second) return;
  if (include.quoted) {
    const std::string beside = FoldPath(Below(folder, include.name));
    if (IsMachinePath(folder) ? IsRegularFile(beside) : tree_.Find(beside) >= 0) return Reach(folder, beside);
  }
  if (!include.quoted && packages_.IsDirect(include.name)) return;
  if (!IsMachinePath(folder) && ResolveInTree(folder, include)) return;
  if (!packages_.IsDirect(include.name)) ResolveInPackages(folder, include);
}

bool IncludeResolver::ResolveInTree(const std::string& folder, const IncludeLine& include) {
  const std::string name = FoldPath(include.name);
  if (name.starts_with("..")) return false;
  const std::string best = BestFolder(folder, name);
  if (best == kNowhere) return false;
  // "string.h" is more likely the system's than one that lies far away.
  if (packages_.IsDirect(name) && Common(folder, best) == 0 && !IsConventional(best)) return false;
  Search(folder, best, !include.quoted);
  Reach(folder, Below(best, name));
  return true;
}

std::string IncludeResolver::BestFolder(const std::string& folder, const std::string& name) const {
  const auto found = tree_.by_name.find(std::string(Basename(name)));
  if (found == tree_.by_name.end()) return std::string(kNowhere);
  using Rank = std::tuple<bool, size_t, bool, ptrdiff_t, std::string>;
  std::optional<Rank> best;
  for (const uint32_t index : found->second) {
    const std::string& path = tree_.files[index];
    std::string_view candidate = path;
    if (!path.ends_with(name) || (path.size() > name.size() && path[path.size() - name.size() - 1] != '/')) continue;
    candidate.remove_suffix(std::min(path.size(), name.size() + 1));
    const bool foreign = IsThirdParty(path) && Common(folder, path) == 0;
    Rank rank{foreign, 1000 - std::min<size_t>(1000, Common(folder, candidate)), !IsConventional(candidate),
              std::count(candidate.begin(), candidate.end(), '/'), std::string(candidate)};
    if (!best || rank < *best) best = std::move(rank);
  }
  return best ? std::get<4>(*best) : std::string(kNowhere);
}

bool IncludeResolver::ResolveInPackages(const std::string& folder, const IncludeLine& include) {
  const std::string found = packages_.FolderOf(include.name, include.quoted && !IsMachinePath(folder), packages_in_use_);
  if (found.empty()) return false;
  if (std::find(packages_in_use_.begin(), packages_in_use_.end(), found) == packages_in_use_.end()) packages_in_use_.push_back(found);
  Search(folder, found, !include.quoted);
  Reach(folder, Below(found, include.name));
  return true;
}

void IncludeResolver::Reach(const std::string& folder, const std::string& path) {
  folders_[folder].next.insert(std::string(Dirname(path)));
  if (!IsMachinePath(path) && !LanguageOf(path).empty()) included_.insert(path);
  if (seen_.count(path) == 0) waiting_.push_back(path);
}

void IncludeResolver::Search(const std::string& folder, const std::string& searched, bool angled) {
  bool& needs_angle = folders_[folder].searched[searched];
  needs_angle = needs_angle || angled;
  all_searched_.insert(searched);
}

bool IncludeResolver::Shadows(const std::string& folder) {
  const auto [place, fresh] = shadows_.try_emplace(folder, false);
  if (!fresh) return place->second;
  const std::string prefix = folder.empty() ? "" : folder + "/";
  for (auto file = std::lower_bound(tree_.files.begin(), tree_.files.end(), prefix); file != tree_.files.end(); ++file) {
    if (!file->starts_with(prefix)) break;
    const std::string name = file->substr(prefix.size());
    // Deeper ones would need a whole system's tree in the project.
    if (std::count(name.begin(), name.end(), '/') > 1 || !packages_.IsDirect(name)) continue;
    return shadows_[folder] = true;
  }
  return false;
}

std::vector<std::string> IncludeResolver::ArgumentsFor(const std::string& folder) {
  // Everything that a unit of this folder reaches may look into these.
  std::map<std::string, bool> searched;
  std::unordered_set<std::string> visited = {folder};
  std::vector<std::string> open = {folder};
  while (!open.empty()) {
    const auto found = folders_.find(open.back());
    open.pop_back();
    if (found == folders_.end()) continue;
    for (const auto& [path, angled] : found->second.searched) searched[path] = searched[path] || angled;
    for (const std::string& next : found->second.next)
      if (visited.insert(next).second) open.push_back(next);
  }
  std::vector<std::pair<std::string, bool>> order(searched.begin(), searched.end());
  std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    const bool machine_a = IsMachinePath(a.first), machine_b = IsMachinePath(b.first);
    if (machine_a != machine_b) return machine_b;
    const bool foreign_a = IsThirdParty(a.first + "/"), foreign_b = IsThirdParty(b.first + "/");
    return foreign_a != foreign_b ? foreign_b : Common(folder, a.first) > Common(folder, b.first);
  });
  if (order.size() > kMostSearchFolders) {
    order.resize(kMostSearchFolders);
    cut_ = true;
  }
  std::vector<std::string> arguments;
  const auto add = [&](const char* option, const std::string& path) { arguments.insert(arguments.end(), {option, path}); };
  for (const auto& [path, angled] : order) {
    if (IsMachinePath(path)) {
      add("-idirafter", path);
      continue;
    }
    const std::string full = path.empty() ? root_ : root_ + "/" + path;
    if (!Shadows(path)) {
      arguments.push_back("-I" + full);
      continue;
    }
    add("-iquote", full);
    if (angled) add("-idirafter", full);
  }
  return arguments;
}

}  // namespace backlint
