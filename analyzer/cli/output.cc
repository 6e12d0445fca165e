#include "cli/output.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

namespace backlint::cli {
namespace {

std::string Reason(int error) { return std::generic_category().message(error); }

// errno of the failure, 0 for success.
int WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return 0;
}

Error CannotWrite(const std::string& path, int error) { return Error{fmt::format("cannot write `{}`: {}", path, Reason(error))}; }

Status WriteInPlace(const std::string& path, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return CannotWrite(path, errno);
  int error = WriteAll(fd, bytes);
  if (::close(fd) != 0 && error == 0) error = errno;
  if (error != 0) return CannotWrite(path, error);
  return Ok();
}

mode_t FileMode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Status WriteStandardOutput(std::string_view bytes) {
  const int error = WriteAll(STDOUT_FILENO, bytes);
  if (error == EPIPE) return Error{""};
  if (error != 0) return Error{fmt::format("cannot write to standard output: {}", Reason(error))};
  return Ok();
}

void WriteStandardError(std::string_view bytes) { WriteAll(STDERR_FILENO, bytes); }

Status WriteFile(const std::string& path, std::string_view bytes) {
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode)) return WriteInPlace(path, bytes);
  std::string fresh = path + ".XXXXXX";
  const int fd = ::mkostemp(fresh.data(), O_CLOEXEC);
  if (fd < 0) return CannotWrite(path, errno);
  int error = WriteAll(fd, bytes);
  if (error == 0 && ::fchmod(fd, FileMode()) != 0) error = errno;
  if (::close(fd) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(fresh.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return Ok();
  ::unlink(fresh.c_str());
  return CannotWrite(path, error);
}

Status CanWriteFile(const std::string& path) {
  struct stat info {};
  const bool there = ::stat(path.c_str(), &info) == 0;
  if (there && S_ISDIR(info.st_mode)) return CannotWrite(path, EISDIR);
  if (there && !S_ISREG(info.st_mode)) return ::access(path.c_str(), W_OK) == 0 ? Ok() : CannotWrite(path, errno);
  const size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  if (::access(folder.c_str(), W_OK | X_OK) != 0) return CannotWrite(path, errno);
  return Ok();
}

Result<std::string> ReadFile(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Error{fmt::format("cannot read `{}`: {}", path, Reason(errno))};
  std::string bytes;
  char chunk[1 << 16];
  ssize_t got = 0;
  while ((got = ::read(fd, chunk, sizeof chunk)) > 0 || (got < 0 && errno == EINTR))
    if (got > 0) bytes.append(chunk, static_cast<size_t>(got));
  const int error = errno;
  ::close(fd);
  if (got < 0) return Error{fmt::format("cannot read `{}`: {}", path, Reason(error))};
  return bytes;
}

}  // namespace backlint::cli
