#include "extract/host_headers.h"

#include <dirent.h>

#include <algorithm>

#include "extract/path.h"

namespace backlint {
namespace {

#if defined(__x86_64__)
constexpr std::string_view kHostTriple = "x86_64-linux-gnu";
#elif defined(__aarch64__)
constexpr std::string_view kHostTriple = "aarch64-linux-gnu";
#else
constexpr std::string_view kHostTriple = "";
#endif

std::vector<std::string> Entries(const std::string& folder) {
  std::vector<std::string> names;
  DIR* dir = opendir(folder.c_str());
  if (!dir) return names;
  while (const dirent* entry = readdir(dir))
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  closedir(dir);
  std::sort(names.begin(), names.end());
  return names;
}

// `x86_64-pc-linux-gnu` and `x86_64-linux-gnu` name the same.
bool IsHost(std::string_view triple) {
  const auto processor = [](std::string_view text) { return text.substr(0, text.find('-')); };
  return !kHostTriple.empty() && processor(triple) == processor(kHostTriple) && triple.find("linux") != std::string_view::npos &&
         triple.find("musl") == std::string_view::npos && triple.find("android") == std::string_view::npos &&
         triple.find("x32") == std::string_view::npos;
}

}  // namespace

void HostHeaders::Adapt(std::vector<std::string>* arguments, std::vector<std::string>* removed) {
  std::vector<std::string> kept;
  bool sysroot = false;
  for (size_t i = 0; i < arguments->size(); ++i) {
    const std::string& argument = (*arguments)[i];
    const bool pair = argument == "-isysroot" && i + 1 < arguments->size();
    if (!pair && !argument.starts_with("--sysroot=")) {
      kept.push_back(argument);
      continue;
    }
    const std::string folder = pair ? (*arguments)[i + 1] : argument.substr(10);
    if (IsDirectory(folder)) {
      sysroot = true;
      kept.push_back(argument);
      if (pair) kept.push_back(folder);
    } else {
      removed->push_back(argument + (pair ? " " + folder : ""));
    }
    i += pair ? 1 : 0;
  }
  if (!sysroot) {
    std::erase_if(kept, [&](const std::string& argument) {
      const bool asks = argument.starts_with("--target=") || argument == "-m32" || argument == "-stdlib=libc++";
      if (!asks || Has(argument)) return false;
      removed->push_back(argument);
      return true;
    });
  }
  *arguments = std::move(kept);
}

bool HostHeaders::Has(const std::string& argument) {
  const auto found = known_.find(argument);
  if (found != known_.end()) return found->second;
  return known_[argument] = Probe(argument);
}

bool HostHeaders::Probe(std::string_view argument) const {
  if (argument.starts_with("--target=")) {
    const std::string_view triple = argument.substr(9);
    if (triple.find('/') != std::string_view::npos) return false;
    return IsHost(triple) || IsDirectory(root_ + "/usr/" + std::string(triple) + "/include");
  }
  if (argument == "-m32") {
    const std::string versions = root_ + "/usr/lib/gcc/" + std::string(kHostTriple);
    const auto names = Entries(versions);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return IsDirectory(versions + "/" + name + "/32"); });
  }
  if (IsDirectory(root_ + "/usr/include/c++/v1")) return true;
  for (const std::string& name : Entries(root_ + "/usr/lib"))
    if (name.starts_with("llvm-") && IsDirectory(root_ + "/usr/lib/" + name + "/include/c++/v1")) return true;
  return false;
}

std::vector<std::string> HostHeaders::DefaultFolders() const {
  std::vector<std::string> folders = {BACKLINT_RESOURCE_DIR "/include", root_ + "/usr/local/include"};
  for (std::string base : {root_ + "/usr/include/", root_ + "/usr/include/" + std::string(kHostTriple) + "/"})
    for (const std::string& version : Entries(base + "c++")) folders.push_back(base + "c++/" + version);
  if (!kHostTriple.empty()) folders.push_back(root_ + "/usr/include/" + std::string(kHostTriple));
  folders.push_back(root_ + "/usr/include");
  return folders;
}

std::vector<std::string> HostHeaders::PackageFolders() const {
  const std::string triple(kHostTriple);
  std::vector<std::string> folders = {root_ + "/usr/local/include", root_ + "/usr/include/" + triple, root_ + "/usr/include"};
  for (const std::string& libraries : {root_ + "/usr/lib/" + triple, root_ + "/usr/lib"})
    for (const std::string& name : Entries(libraries))
      if (IsDirectory(libraries + "/" + name + "/include")) folders.push_back(libraries + "/" + name + "/include");
  return folders;
}

}  // namespace backlint
