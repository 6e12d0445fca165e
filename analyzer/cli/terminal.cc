#include "cli/terminal.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "cli/output.h"
#include "report/printable.h"

namespace backlint::cli {
namespace {

constexpr std::string_view kClearLine = "\r\033[K";
constexpr std::array<int, 3> kSignals = {SIGINT, SIGTERM, SIGHUP};
constexpr uint32_t kNoScreen = report::Screen{}.width;      // logs and pagers scroll, within reason
constexpr auto kPause = std::chrono::milliseconds(50);

uint32_t WidthOf(int fd, uint32_t otherwise) {
  winsize size{};
  return ::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : otherwise;
}

bool IsDumb() {
  const char* term = ::getenv("TERM");
  return term && std::string_view(term) == "dumb";
}

bool IsSet(const char* name) {
  const char* value = ::getenv(name);
  return value && *value;
}

// SA_RESETHAND is set: after the line is gone the signal does what it always does.
extern "C" void ClearAndRaise(int signal) {
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kClearLine.data(), kClearLine.size());
  ::raise(signal);
}

void Handle(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
  for (const int signal : kSignals) {
    struct sigaction old {};
    ::sigaction(signal, nullptr, &old);
    if (old.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);   // nohup stays nohup
  }
}

}  // namespace

report::Screen StandardOutput(bool no_color) {
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  return {.color = terminal && !no_color && !IsSet("NO_COLOR") && !IsDumb(), .width = terminal ? WidthOf(STDOUT_FILENO, kNoScreen) : kNoScreen};
}

Progress::Progress(bool quiet) : active_(!quiet && ::isatty(STDERR_FILENO) == 1 && !IsDumb()) {
  if (!active_) return;
  width_ = WidthOf(STDERR_FILENO, 80);
  Handle(&ClearAndRaise);
}

Progress::~Progress() {
  if (!active_) return;
  Clear();
  Handle(SIG_DFL);
}

void Progress::Show(size_t done, size_t total, const std::string& what) {
  if (!active_) return;
  const auto now = std::chrono::steady_clock::now();
  if (shown_ && done < total && now - last_ < kPause) return;
  last_ = now;
  shown_ = true;
  const std::string head = fmt::format("parsing {}/{} ", done, total);
  std::string name = report::Printable(what);
  const size_t room = width_ > head.size() + 1 ? width_ - head.size() - 1 : 0;
  if (report::DisplayWidth(name) > room) name.clear();
  WriteStandardError(fmt::format("{}{}{}", kClearLine, head, name));
}

void Progress::Clear() {
  if (shown_) WriteStandardError(kClearLine);
  shown_ = false;
}

}  // namespace backlint::cli
