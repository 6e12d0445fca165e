// Reports what two threads or two transactions can wait for in a circle, and what one thread waits for although it stands in the way
// itself: two locks that are taken in both orders, a lock that is taken again by who holds it, a thread or a notification that is waited
// for with a lock held that it needs.
//
// Deliberately not reported: recursive locks that are taken again; orders that a third lock, held around both, keeps apart; locks that are
// taken together or only tried; what a single thread does; locks of an object in its constructor and destructor; elements of containers.
#include "checks/check.h"

#include <string>

#include <fmt/format.h>

namespace backlint::checks {

extern const Check lock_order;

namespace {

std::string Message(const LockDefect& defect) {
  switch (defect.end) {
    case LockEnd::kOrder: return fmt::format("`{}` is taken while `{}` is held, and elsewhere the other way round", defect.other, defect.lock);
    case LockEnd::kAgain:
      return defect.called_out ? fmt::format("what is called here can take `{}`, which is held", defect.lock)
                               : fmt::format("`{}` is taken again by the thread that holds it", defect.lock);
    case LockEnd::kJoin: return fmt::format("a thread is waited for with `{}` held, which {} on that thread takes", defect.lock, defect.other);
    case LockEnd::kWait: return fmt::format("`{}` is waited for with `{}` held, which whoever notifies needs", defect.other, defect.lock);
  }
  return "";
}

Finding Report(const TransactionConflict& conflict) {
  Finding finding;
  finding.entry = &lock_order.entry;
  finding.severity = Severity::kWarning;
  finding.place = conflict.here.place;
  finding.function = conflict.here.function;
  finding.message = fmt::format("rows of `{}` are locked after rows of `{}`, and by another transaction the other way round", conflict.here.second, conflict.here.first);
  finding.anchor = conflict.here.first + "|" + conflict.here.second;
  finding.notes = conflict.here.way;
  finding.notes.insert(finding.notes.end(), conflict.there.way.begin(), conflict.there.way.end());
  return finding;
}

Findings Run(const Backend& backend) {
  Findings findings;
  for (const TransactionConflict& conflict : backend.transaction_conflicts()) findings.push_back(Report(conflict));
  for (const LockDefect& defect : backend.lock_defects()) {
    Finding finding;
    finding.entry = &lock_order.entry;
    finding.severity = defect.end != LockEnd::kOrder && !defect.called_out ? Severity::kError : Severity::kWarning;
    finding.place = defect.place;
    finding.function = defect.function;
    finding.message = Message(defect);
    finding.anchor = defect.lock + "|" + defect.other;
    finding.notes = defect.way;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Check lock_order{
    .entry =
        {
            .name = "lock-order",
            .chapter = Chapter::kDatabase,
            .severity = Severity::kWarning,
            .symptom = "Now and then, under load, requests stop answering although the processor is idle, or the database ends a transaction with the "
                       "message that a deadlock was found.",
            .cause = "Two threads, or two transactions, hold one lock each and wait for the one that the other holds. That comes about when the same two "
                     "locks are taken in different orders, and when code is called with a lock held that needs this lock itself: a callback, a virtual "
                     "method, a thread that is joined.",
            .fix = "Take locks in one order everywhere, or together (`std::scoped_lock lock(a, b);`). Copy what is needed, release the lock, and only then "
                   "call out, join or wait. Let transactions write their tables in one order, and lock the row that they have in common first.",
            .scope = "UPDATE and DELETE lock rows until the transaction ends, and so do SELECT ... FOR UPDATE and an INSERT that updates the row that is there; a "
                     "plain INSERT locks a row that nobody else knows, and is not counted. Engines with one writer at a time are left out. Locks are told "
                     "apart by class and field, or by variable; two objects of one class count as two locks.",
        },
    .run = Run,
};

}  // namespace backlint::checks
