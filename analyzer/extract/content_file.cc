#include "extract/content_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace backlint {
namespace {

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  return true;
}

// What stands between the quotes of each `#include "..."`.
std::vector<std::string_view> QuotedIncludes(std::string_view text) {
  std::vector<std::string_view> names;
  for (size_t at = text.find("#include"); at != std::string_view::npos; at = text.find("#include", at + 8)) {
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    const size_t open = line.find('"'), close = open == std::string_view::npos ? open : line.find('"', open + 1);
    if (close != std::string_view::npos) names.push_back(line.substr(open + 1, close - open - 1));
  }
  return names;
}

}  // namespace

Contents OtherSpellings(const Contents& contents, const std::vector<std::string>& folders) {
  namespace fs = std::filesystem;
  std::error_code error;
  Contents gone, spelled;
  for (const auto& [path, text] : contents)
    if (!fs::exists(path, error)) gone.emplace(path, text);
  if (gone.empty()) return spelled;
  for (const auto& [path, text] : contents) {
    for (const std::string_view name : QuotedIncludes(text)) {
      if (name.find("..") == std::string_view::npos) continue;
      const fs::path whole = fs::path(path).parent_path() / name;
      if (const auto found = gone.find(whole.lexically_normal().string()); found != gone.end()) spelled.emplace(whole.string(), found->second);
    }
  }
  for (const std::string& folder : folders) {
    const std::string normal = (fs::path(folder) / "").lexically_normal().string();
    if (folder.find("..") == std::string::npos) continue;
    for (const auto& [path, text] : gone)
      if (path.starts_with(normal)) spelled.emplace((fs::path(folder) / path.substr(normal.size())).string(), text);
  }
  return spelled;
}

ContentFile::ContentFile(const Contents& contents) {
  if (contents.empty()) return;
  fd_ = memfd_create("backlint-contents", MFD_CLOEXEC);
  std::string bytes;
  nlohmann::json::to_msgpack(nlohmann::json(contents), bytes);
  if (fd_ >= 0 && WriteAll(fd_, bytes)) path_ = fmt::format("/proc/{}/fd/{}", getpid(), fd_);
}

ContentFile::~ContentFile() {
  if (fd_ >= 0) close(fd_);
}

Contents ReadContents(const std::string& path) {
  if (path.empty()) return {};
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto read = nlohmann::json::from_msgpack(bytes, true, false);
  Contents contents;
  if (read.is_object())
    for (const auto& [name, text] : read.items())
      if (text.is_string()) contents.emplace(name, text.get<std::string>());
  return contents;
}

}  // namespace backlint
