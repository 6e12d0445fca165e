#include "cli/temporary_folder.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <system_error>

namespace backlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};

// What a signal has to remove: a handler can ask nobody.
std::atomic<const std::vector<std::string>*> guarded{nullptr};

// Only calls that a signal handler may make.
void RemoveAndEnd(int signal) {
  if (const std::vector<std::string>* content = guarded.exchange(nullptr))
    for (const std::string& path : *content)
      if (::unlink(path.c_str()) != 0) ::rmdir(path.c_str());
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : kSignals) sigaddset(&signals, signal);
  sigprocmask(SIG_BLOCK, &signals, &before_);
  std::error_code error;
  std::string pattern = (fs::canonical(fs::temp_directory_path(error), error) / "backlint-XXXXXX").string();
  if (!error && ::mkdtemp(pattern.data())) path_ = pattern;
}

void TemporaryFolder::Guard() {
  std::error_code error;
  if (!path_.empty()) content_.push_back(path_);
  for (fs::recursive_directory_iterator it(path_, error), end; !error && it != end; it.increment(error)) content_.push_back(it->path().string());
  std::reverse(content_.begin(), content_.end());
  guarded = &content_;
  for (const int signal : kSignals) {
    struct sigaction action {};
    // Who starts a program with a signal ignored (nohup) wants it to live.
    if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) continue;
    action.sa_handler = RemoveAndEnd;
    sigaction(signal, &action, nullptr);
  }
  sigprocmask(SIG_SETMASK, &before_, nullptr);
  waiting_ = false;
}

TemporaryFolder::~TemporaryFolder() {
  guarded = nullptr;
  if (waiting_) sigprocmask(SIG_SETMASK, &before_, nullptr);
  std::error_code error;
  if (!path_.empty()) fs::remove_all(path_, error);
}

}  // namespace backlint::cli
