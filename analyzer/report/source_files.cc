#include "report/source_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace backlint::report {
namespace {

constexpr size_t kLargestFile = size_t{16} << 20;
constexpr size_t kLargestCache = size_t{64} << 20;

// Not blocking, so that a pipe cannot hold the run; the last component is resolved already and must not be a link by now.
std::string ReadRegular(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0) return {};
  std::string content;
  struct stat info {};
  if (::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && static_cast<uint64_t>(info.st_size) <= kLargestFile) {
    content.resize(static_cast<size_t>(info.st_size));
    size_t size = 0;
    while (size < content.size()) {
      const ssize_t got = ::read(fd, content.data() + size, content.size() - size);
      if (got <= 0) break;
      size += static_cast<size_t>(got);
    }
    content.resize(size);
  }
  ::close(fd);
  return content;
}

}  // namespace

SourceFiles::SourceFiles(const std::string& root) {
  std::error_code error;
  root_ = std::filesystem::canonical(root, error).string();
  if (error) root_.clear();
  if (!root_.empty() && root_.back() != '/') root_ += '/';
}

std::string SourceFiles::Read(const std::string& path) const {
  if (root_.empty() || path.empty() || path.find('\0') != std::string::npos) return {};
  std::error_code error;
  const std::string resolved = std::filesystem::canonical(path.front() == '/' ? path : root_ + path, error).string();
  if (error || !resolved.starts_with(root_)) return {};
  return ReadRegular(resolved);
}

const SourceFiles::File& SourceFiles::Load(const std::string& path) {
  if (const auto known = files_.find(path); known != files_.end()) return known->second;
  File file{.content = Read(path)};
  if (!file.content.empty()) file.starts.push_back(0);
  for (size_t i = 0; i + 1 < file.content.size(); ++i)
    if (file.content[i] == '\n') file.starts.push_back(i + 1);
  const size_t bytes = file.content.size() + file.starts.size() * sizeof(size_t);
  if (bytes_ + bytes > kLargestCache) {
    files_.clear();
    bytes_ = 0;
  }
  bytes_ += bytes;
  return files_.emplace(path, std::move(file)).first->second;
}

std::optional<std::string_view> SourceFiles::Line(const std::string& path, uint32_t line) {
  const File& file = Load(path);
  if (line == 0 || line > file.starts.size()) return std::nullopt;
  std::string_view text = file.content;
  text = text.substr(file.starts[line - 1]);
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace backlint::report
