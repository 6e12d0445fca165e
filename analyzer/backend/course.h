// What functions do to the database and in which order, through calls to a bounded depth.
#ifndef BACKLINT_BACKEND_COURSE_H_
#define BACKLINT_BACKEND_COURSE_H_

#include <deque>
#include <span>
#include <vector>

#include "backend/access.h"
#include "backend/bound_values.h"
#include "backend/repetition.h"
#include "backend/transaction_cover.h"

namespace backlint {

// `LOCK TABLE t`, pg_advisory_xact_lock, GET_LOCK: a lock that is not of the rows that follow, and that may be held around them.
bool TakesNamedLock(const Query& query);

class Courses {
 public:
  // All but `scripts` must outlive the object; accesses point into `scripts`, to which the texts of queries are added.
  Courses(const flow::Vocabulary& vocabulary, const ValuePaths& paths, const QuerySites& sites, const std::vector<Query>& queries,
          const TransactionCover& cover, std::deque<sql::Script>* scripts, bool with_transactions = false);

  // In the order of the source. What runs in a transaction of a callee's own is left out (but for `with_transactions`), and so are
  // statements that are not understood, several in one text, or kept to be run elsewhere.
  std::span<const Access> Of(FunctionId function) const { return courses_[function]; }

  // It, or something that it calls, defines tables: it sets up a database.
  bool Defines(FunctionId function) const { return defines_[function]; }
  // It, or something that it calls, locks tables, rows or names by statement.
  bool LocksRows(FunctionId function) const { return locks_rows_[function]; }
  // It, or something that it calls, asks for a transaction that runs as if alone.
  bool IsSerializable(FunctionId function) const { return serializable_[function]; }

 private:
  struct Reading {
    const sql::Script* script = nullptr;
    const sql::Statement* statement = nullptr;     // nullptr: nothing to be told
    size_t placeholders = 0;
  };

  void ReadQueries(const std::vector<Query>& queries);
  void Walk(FunctionId function);
  void AddDirect(FunctionId function, const QuerySite& site);
  void AddCalled(FunctionId function, uint32_t call);
  void AddKeys(const Query& query, const Reading& reading, const BoundValues& bound, Access* access) const;
  ValuePath ConnectionOf(FunctionId function, uint32_t call) const;
  Place PlaceOf(FunctionId function, uint32_t value) const;

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const ValuePaths& paths_;
  const QuerySites& sites_;
  const std::vector<Query>& queries_;
  const TransactionCover& cover_;
  std::deque<sql::Script>* scripts_;
  const bool with_transactions_;
  std::vector<Reading> readings_;                  // by query
  std::vector<std::vector<Access>> courses_;       // by function
  std::vector<bool> defines_, locks_rows_, serializable_;
  std::vector<bool> ends_;                         // what it has begun
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_COURSE_H_
