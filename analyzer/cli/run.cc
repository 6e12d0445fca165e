#include "cli/run.h"

#include <signal.h>

#include <exception>
#include <new>
#include <variant>

#include <fmt/format.h>

#include "cli/exit_status.h"
#include "cli/output.h"
#include "extract/worker_pool.h"
#include "report/printable.h"

namespace backlint::cli {

int Fail(int status, std::string_view message) {
  WriteStandardError(fmt::format("backlint: error: {}\n", report::Printable(message)));
  return status;
}

int Answer(std::string_view bytes, int status) {
  const Status written = WriteStandardOutput(bytes);
  // Who has read enough of a report has not made it wrong.
  return written || written.error().message.empty() ? status : Fail(kInternal, written.error().message);
}

int RunCommand(const WorkerCommand&) { return RunWorker(); }

int RunCommand(const ShowCommand& command) { return Answer(command.text, kClean); }

int Run(const std::vector<std::string>& arguments) {
  // A reader that goes away (`| head`) is an error of write, which is handled, and no reason to be killed.
  // The same holds for a file that may not grow further.
  for (const int signal : {SIGPIPE, SIGXFSZ}) ::signal(signal, SIG_IGN);
  try {
    const auto command = ParseCommand(arguments);
    if (!command) return Fail(kUsage, command.error().message + " (`backlint --help` shows the usage)");
    return std::visit([](const auto& chosen) { return RunCommand(chosen); }, command.value());
  } catch (const std::bad_alloc&) {
    return Fail(kInternal, "out of memory");
  } catch (const std::exception& error) {
    return Fail(kInternal, fmt::format("this is a bug in backlint: {}", error.what()));
  }
}

}  // namespace backlint::cli
