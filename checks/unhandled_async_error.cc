// Reports errors of asynchronous work that nobody can see, or that end the process: exceptions that leave what a thread, a timer, an event
// loop, a callback of C or a noexcept function runs, results that keep an exception and are dropped, tasks that are never awaited, and
// handlers that do not look whether the operation has worked.
//
// Deliberately not reported: what an unknown function may throw; a lack of memory; work whose library catches and answers (handlers of
// most web frameworks); loops whose exceptions `main` catches.
#include "checks/check.h"

#include <string>

#include <fmt/format.h>

namespace backlint::checks {

extern const Check unhandled_async_error;

namespace {

std::string Message(const AsyncDefect& defect) {
  switch (defect.end) {
    case AsyncEnd::kTerminates: return fmt::format("`{}` can leave {}, which `{}` runs: nothing above catches it", defect.what, defect.body, defect.launcher);
    case AsyncEnd::kForeign: return fmt::format("`{}` can leave {}, a callback of `{}`, which is C", defect.what, defect.body, defect.launcher);
    case AsyncEnd::kLoop: return fmt::format("`{}` can leave {}, a handler of `{}`, and end the loop that runs it", defect.what, defect.body, defect.launcher);
    case AsyncEnd::kNoexcept:
      return fmt::format("`{}` can leave {}, {}: that ends the process", defect.what, defect.body, defect.destructor ? "a destructor" : "which is noexcept");
    case AsyncEnd::kLost: return fmt::format("nobody is told when {} ends with `{}`", defect.body, defect.what);
    case AsyncEnd::kDropped: return fmt::format("the result of `{}` is dropped: nobody sees `{}` that {} can throw", defect.launcher, defect.what, defect.body);
    case AsyncEnd::kUnread: return fmt::format("the result of `{}` is never read: nobody sees `{}` that {} can throw", defect.launcher, defect.what, defect.body);
    case AsyncEnd::kNotAwaited: return fmt::format("the task of `{}` is never awaited", defect.what);
    case AsyncEnd::kIgnoredError: return fmt::format("the handler of `{}` does not look whether the operation has worked", defect.launcher);
    case AsyncEnd::kNotCompleted: return fmt::format("`{}` is not called on some path", defect.what);
    case AsyncEnd::kCompletedTwice: return fmt::format("`{}` is called twice on some path", defect.what);
    case AsyncEnd::kSwallowed: return "a handler takes every error here and tells nobody";
  }
  return "";
}

Severity SeverityOf(const AsyncDefect& defect) {
  switch (defect.end) {
    case AsyncEnd::kTerminates: case AsyncEnd::kForeign: case AsyncEnd::kNotAwaited: return defect.certain ? Severity::kError : Severity::kWarning;
    case AsyncEnd::kSwallowed: return Severity::kNote;
    default: return Severity::kWarning;
  }
}

Findings Run(const Backend& backend) {
  Findings findings;
  for (const AsyncDefect& defect : backend.async_defects()) {
    Finding finding;
    finding.entry = &unhandled_async_error.entry;
    finding.severity = SeverityOf(defect);
    finding.place = defect.place;
    finding.function = defect.function;
    finding.message = Message(defect);
    finding.anchor = defect.what + "|" + defect.launcher;
    finding.notes = defect.way;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Check unhandled_async_error{
    .entry =
        {
            .name = "unhandled-async-error",
            .chapter = Chapter::kRuntime,
            .severity = Severity::kWarning,
            .symptom = "The server stops without a word in its log, a timer never fires again, or work that has failed counts as done.",
            .cause = "Work runs on a thread, a timer, an event loop or in a future, where no caller stands above it. An exception that leaves it ends "
                     "the process or the loop; an error that it keeps is lost when nobody reads the result.",
            .fix = "Put a handler for every exception into the function that the thread or the loop runs, and let it log, answer or retry. Read each "
                   "future, await each task, and test the error of an operation before its result is used.",
        },
    .run = Run,
};

}  // namespace backlint::checks
