// Facts of one statement in a form that our reader and an engine can both be brought into, and the count of how often they
// agree.
#ifndef BACKLINT_TESTS_SQL_ORACLE_FACT_SET_H_
#define BACKLINT_TESTS_SQL_ORACLE_FACT_SET_H_

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sql/script.h"

namespace backlint::sql {

// By the name of the fact: `tables` -> {a, b}. Names are in small letters.
using FactSet = std::map<std::string, std::multiset<std::string>>;

FactSet FactsOf(const Statement& statement);

// A fact counts where one of both sides has it, so that agreement on what is rare is not hidden by what is never there.
class Agreement {
 public:
  explicit Agreement(std::string engine) : engine_(std::move(engine)) {}

  // Compares the facts that `names` lists.
  void Add(const FactSet& ours, const FactSet& theirs, const std::vector<std::string>& names, std::string_view statement);

  // One that the engine does not take; nothing is compared.
  void AddRejected() { ++rejected_; }
  void AddGrade(const Statement& statement, std::string_view text);

  // The table, and up to `misses` statements for each fact on which both sides differ.
  void Print(size_t misses) const;
  double Share(const std::string& name) const;
  size_t Count(const std::string& name) const;
  double ParsedShare() const;
  size_t statements() const { return statements_; }

 private:
  struct Row {
    size_t agreed = 0;
    size_t all = 0;
    std::vector<std::string> misses;
  };
  std::string engine_;
  std::map<std::string, Row> rows_;
  size_t statements_ = 0;
  size_t parsed_ = 0;
  size_t rejected_ = 0;
};

}  // namespace backlint::sql

#endif  // BACKLINT_TESTS_SQL_ORACLE_FACT_SET_H_
