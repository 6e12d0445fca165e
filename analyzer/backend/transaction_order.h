// Transactions that lock rows of the same two tables in different orders.
//
// A statement locks rows when it updates or deletes them, inserts over rows that are there, or selects them for that. A plain INSERT locks
// a row that no other transaction knows yet. Left out are functions of which it is not known that a transaction is open in them, pairs that
// the same third table keeps apart when both lock it first, and engines that have one writer at a time.
#ifndef BACKLINT_BACKEND_TRANSACTION_ORDER_H_
#define BACKLINT_BACKEND_TRANSACTION_ORDER_H_

#include <string>
#include <vector>

#include "backend/repetition.h"
#include "paths/summary.h"

namespace backlint {

// One transaction that locks `first` before `second`.
struct TableOrder {
  std::string first, second;           // tables
  Place place;                         // of the second statement, as its function runs it
  std::string function;
  std::vector<Note> way;               // where it begins, and both statements
};

// Another one does so the other way round.
struct TransactionConflict {
  TableOrder here, there;
};

std::vector<TransactionConflict> FindTransactionConflicts(const flow::Vocabulary& vocabulary, const paths::PathFacts& paths, const QuerySites& sites,
                                                          const std::vector<Query>& queries);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_TRANSACTION_ORDER_H_
