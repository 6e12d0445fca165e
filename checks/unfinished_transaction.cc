// Reports transactions that some path leaves open, that are begun while another is open on the same connection, that are never committed
// although something was written in them, and commits whose failure nobody looks at.
//
// Deliberately not reported: functions that begin for their callers, or end what these have begun; paths on which nothing has run since the
// begin (it has failed); early returns past an object whose destructor rolls back; exceptions that nothing in the project throws.
#include "checks/check.h"

#include <string>

#include <fmt/format.h>

namespace backlint::checks {

extern const Check unfinished_transaction;

namespace {

std::string On(const TransactionDefect& defect) { return defect.name.empty() ? "" : fmt::format(" on `{}`", defect.name); }

std::string Message(const TransactionDefect& defect) {
  switch (defect.end) {
    case TransactionEnd::kLeft: return fmt::format("the transaction{} is neither committed nor rolled back on some path", On(defect));
    case TransactionEnd::kLeftByException: return fmt::format("the transaction{} is left open when an exception is thrown", On(defect));
    case TransactionEnd::kNestedBegin: return fmt::format("a transaction is begun{} while one is open", On(defect));
    case TransactionEnd::kUncheckedCommit: return fmt::format("nobody looks whether `{}` has worked", defect.callee);
    case TransactionEnd::kNeverCommitted:
      return fmt::format("the transaction `{}` is never committed: its destructor rolls back what was written", defect.name);
  }
  return "";
}

std::string Fix(const TransactionDefect& defect) {
  switch (defect.end) {
    case TransactionEnd::kNestedBegin: return "Begin in the outermost function only, or use a savepoint for the inner part.";
    case TransactionEnd::kUncheckedCommit: return "Test the result of the commit; when it fails, roll back and tell the caller that nothing was stored.";
    case TransactionEnd::kNeverCommitted: return fmt::format("Commit `{}` after the last statement.", defect.name);
    default: return "";
  }
}

Note Last(const TransactionDefect& defect) {
  switch (defect.end) {
    case TransactionEnd::kLeft: case TransactionEnd::kLeftByException: return {defect.other, "the function is left here, with the transaction open"};
    case TransactionEnd::kNestedBegin: return {defect.other, "the open one is begun here"};
    case TransactionEnd::kNeverCommitted: return {defect.other, "written here"};
    case TransactionEnd::kUncheckedCommit: break;
  }
  return {};
}

Finding Report(const TransactionDefect& defect) {
  Finding finding;
  finding.entry = &unfinished_transaction.entry;
  const bool error = defect.certain && defect.end != TransactionEnd::kLeftByException && defect.end != TransactionEnd::kUncheckedCommit;
  finding.severity = error ? Severity::kError : Severity::kWarning;
  finding.place = defect.place;
  finding.function = defect.function;
  finding.message = Message(defect);
  finding.fix = Fix(defect);
  finding.anchor = defect.callee + "|" + defect.name;
  for (const Note& note : defect.way) finding.notes.push_back(note);
  if (const Note last = Last(defect); last.place.line != 0) finding.notes.push_back(last);
  for (const Place& exit : defect.more) finding.notes.push_back({exit, "and here, on another path"});
  return finding;
}

Findings Run(const Backend& backend) {
  Findings findings;
  for (const TransactionDefect& defect : backend.transaction_defects()) findings.push_back(Report(defect));
  return findings;
}

}  // namespace

constinit const Check unfinished_transaction{
    .entry =
        {
            .name = "unfinished-transaction",
            .chapter = Chapter::kDatabase,
            .severity = Severity::kWarning,
            .symptom = "Rows stay locked and other requests wait; later statements of the same connection run in a transaction that nobody "
                       "commits, and what they wrote is lost.",
            .cause = "A path leaves the code between the begin of a transaction and its commit or rollback: an early return, an error branch, an "
                     "exception. The connection keeps the transaction open, with its locks, for whoever uses it next.",
            .fix = "Let an object own the transaction: its constructor begins, its destructor rolls back unless it was committed. Without one, roll "
                   "back on every path that does not commit.",
        },
    .run = Run,
};

}  // namespace backlint::checks
