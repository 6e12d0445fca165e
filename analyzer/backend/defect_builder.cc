#include "backend/defect_builder.h"

#include <algorithm>

#include "backend/common_throw.h"

namespace backlint {
namespace {

using paths::Issue;
using paths::IssueKind;

HandleDefect HandleOf(const Program& program, const Issue& issue, HandleEnd end) {
  return {end,        issue.place,  issue.other, program.FunctionName(issue.function), std::string(Name(issue.what)),
          issue.call, issue.callee, issue.name,  issue.certain,                        issue.way,    issue.thrown, issue.more};
}

TransactionDefect TransactionOf(const Program& program, const Issue& issue, TransactionEnd end) {
  return {end, issue.place, issue.other, program.FunctionName(issue.function), issue.callee, issue.name, issue.certain, issue.way, issue.more};
}

void Add(const Program& program, const Issue& issue, BuiltDefects* built) {
  const auto handle = [&](HandleEnd end) { built->handles.push_back(HandleOf(program, issue, end)); };
  const auto transaction = [&](TransactionEnd end) { built->transactions.push_back(TransactionOf(program, issue, end)); };
  switch (issue.kind) {
    case IssueKind::kLeft: return handle(HandleEnd::kLeft);
    case IssueKind::kLeftByException: return handle(HandleEnd::kLeftByException);
    case IssueKind::kOverwritten: return handle(HandleEnd::kOverwritten);
    case IssueKind::kNextTurn: return handle(HandleEnd::kNextTurn);
    case IssueKind::kDropped: return handle(HandleEnd::kDropped);
    case IssueKind::kReleasedTwice: return handle(HandleEnd::kReleasedTwice);
    case IssueKind::kUsedAfterRelease: return handle(HandleEnd::kUsedAfterRelease);
    case IssueKind::kTransactionLeft: return transaction(TransactionEnd::kLeft);
    case IssueKind::kTransactionLeftByException: return transaction(TransactionEnd::kLeftByException);
    case IssueKind::kNestedBegin: return transaction(TransactionEnd::kNestedBegin);
    case IssueKind::kUncheckedCommit: return transaction(TransactionEnd::kUncheckedCommit);
    case IssueKind::kNeverCommitted: return transaction(TransactionEnd::kNeverCommitted);
  }
}

}  // namespace

BuiltDefects BuildDefects(const Program& program, const paths::PathFacts& facts) {
  BuiltDefects built;
  for (const std::vector<Issue>& issues : facts.issues)
    for (const Issue& issue : issues) Add(program, issue, &built);
  const auto by_place = [](const auto& a, const auto& b) { return a.place < b.place; };
  std::stable_sort(built.handles.begin(), built.handles.end(), by_place);
  JoinByThrow(&built.handles);
  std::stable_sort(built.transactions.begin(), built.transactions.end(), by_place);
  return built;
}

}  // namespace backlint
