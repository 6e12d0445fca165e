// Reports handles of libraries (connections, statements, results, error texts, files, sockets) that some path does not give back, that
// are overwritten or dropped while they are held, and that are given back twice or used afterwards.
//
// Deliberately not reported: handles that are stored in an object or container, returned, captured by a lambda, or passed to a function
// whose code is not known, since somebody else may own them then; what `main` holds when the process ends; paths that conditions exclude.
#include "checks/check.h"

#include <string>

#include <fmt/format.h>

namespace backlint::checks {

extern const Check leaked_handle;

namespace {

std::string Noun(const HandleDefect& handle) {
  const std::string what = handle.what == "text" || handle.what == "memory" ? "memory" : handle.what;
  return handle.name.empty() ? fmt::format("the {}", what) : fmt::format("the {} `{}`", what, handle.name);
}

std::string Message(const HandleDefect& handle) {
  const std::string noun = Noun(handle);
  switch (handle.end) {
    case HandleEnd::kLeft: return fmt::format("{} of `{}` is not given back on {} path", noun, handle.callee, handle.certain ? "some" : "a possible");
    case HandleEnd::kLeftByException: return fmt::format("{} of `{}` is not given back when an exception is thrown", noun, handle.callee);
    case HandleEnd::kOverwritten: return fmt::format("{} of `{}` is overwritten before it is given back", noun, handle.callee);
    case HandleEnd::kNextTurn: return fmt::format("{} of `{}` is not given back before the next turn of the loop", noun, handle.callee);
    case HandleEnd::kDropped: return fmt::format("{} that `{}` answers is dropped: nobody can give it back", noun, handle.callee);
    case HandleEnd::kReleasedTwice: return fmt::format("{} is given back twice", handle.name.empty() ? "a handle" : fmt::format("`{}`", handle.name));
    case HandleEnd::kUsedAfterRelease:
      return fmt::format("{} is used after it was given back", handle.name.empty() ? "a handle" : fmt::format("`{}`", handle.name));
  }
  return "";
}

Note Last(const HandleDefect& handle) {
  switch (handle.end) {
    case HandleEnd::kLeft: case HandleEnd::kLeftByException: return {handle.other, "the function is left here, and nothing has given it back"};
    case HandleEnd::kOverwritten: return {handle.other, "the variable gets another value here"};
    case HandleEnd::kNextTurn: return {handle.other, "acquired again here"};
    case HandleEnd::kReleasedTwice: case HandleEnd::kUsedAfterRelease: return {handle.other, "given back here"};
    case HandleEnd::kDropped: break;
  }
  return {};
}

Finding Report(const HandleDefect& handle) {
  const bool wrong_use = handle.end == HandleEnd::kReleasedTwice || handle.end == HandleEnd::kUsedAfterRelease;
  Finding finding;
  finding.entry = &leaked_handle.entry;
  finding.severity = handle.certain && handle.end != HandleEnd::kLeftByException ? Severity::kError : Severity::kWarning;
  finding.place = handle.place;
  finding.function = handle.function;
  finding.message = Message(handle);
  finding.anchor = handle.callee + "|" + handle.name;
  if (wrong_use) finding.fix = "Give a handle back in one place, and set the variable to null there; an owning object does both.";
  const Note last = Last(handle);
  if (wrong_use) finding.notes.push_back(last);
  for (const Note& note : handle.way) finding.notes.push_back(note);
  if (!wrong_use && last.place.line != 0) finding.notes.push_back(last);
  for (const Place& exit : handle.more) finding.notes.push_back({exit, "and here, on another path"});
  if (handle.call != handle.callee && !handle.call.empty()) finding.notes.push_back({handle.place, fmt::format("it comes from `{}`", handle.call)});
  return finding;
}

Findings Run(const Backend& backend) {
  Findings findings;
  for (const HandleDefect& handle : backend.handle_defects()) findings.push_back(Report(handle));
  return findings;
}

}  // namespace

constinit const Check leaked_handle{
    .entry =
        {
            .name = "leaked-handle",
            .chapter = Chapter::kDatabase,
            .severity = Severity::kWarning,
            .symptom = "Memory and open connections grow until the database refuses new ones, or the process runs out of descriptors.",
            .cause = "A connection, statement, result or other handle is acquired, and some path leaves the code without giving it back: an "
                     "early return, an error branch, an exception, another value for the variable. What is lost stays open until "
                     "the process ends.",
            .fix = "Let an object own the handle from the line where it is acquired: a `std::unique_ptr` with the library's function as its "
                   "deleter, or a class whose destructor gives it back. In C, one label at the end that every error path jumps to.",
        },
    .run = Run,
};

}  // namespace backlint::checks
