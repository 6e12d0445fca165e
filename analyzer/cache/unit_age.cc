#include "cache/unit_age.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace backlint::cache {
namespace {

constexpr int64_t kDays = 30;
constexpr int kCommandsOfASource = 8;

// SQLITE_OK or the error.
int ReadDays(Database* database, std::unordered_map<int64_t, int64_t>* days) {
  // backlint: allow(unbounded-select) units older than a month go, and no program has more units than fit
  Statement rows(database->handle(), "SELECT id, day FROM age");
  int code;
  while ((code = rows.Step()) == SQLITE_ROW) days->emplace(rows.Number(0), rows.Number(1));
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

}  // namespace

std::vector<int64_t> Outdated(std::vector<KeptUnit> units, int64_t today) {
  std::sort(units.begin(), units.end(), [](const KeptUnit& a, const KeptUnit& b) {
    return std::tuple(std::string_view(a.source), !a.live, -a.day, a.id) < std::tuple(std::string_view(b.source), !b.live, -b.day, b.id);
  });
  std::vector<int64_t> outdated;
  int commands = 0;
  for (size_t i = 0; i < units.size(); ++i) {
    commands = i > 0 && units[i].source == units[i - 1].source ? commands + 1 : 1;
    if (units[i].live) continue;
    if (units[i].vanished || today - units[i].day > kDays || commands > kCommandsOfASource) outdated.push_back(units[i].id);
  }
  return outdated;
}

int UnitAge::Read(int64_t today, std::vector<KeptUnit>* units) const {
  std::unordered_map<int64_t, int64_t> days;
  const int code = ReadDays(database_, &days);
  for (KeptUnit& unit : *units) {
    const auto known = days.find(unit.id);
    unit.day = unit.live || known == days.end() || known->second > today ? today : known->second;
  }
  return code;
}

int UnitAge::Write(int64_t today, const std::vector<KeptUnit>& units) const {
  std::unordered_map<int64_t, int64_t> days;
  int code = ReadDays(database_, &days);
  if (code != SQLITE_OK) return code;
  Statement insert(database_->handle(), "INSERT OR REPLACE INTO age(id, day) VALUES(?,?)");
  for (const KeptUnit& unit : units) {
    const int64_t day = unit.live ? today : unit.day;
    const auto known = days.find(unit.id);
    const bool same = known != days.end() && known->second == day;
    if (known != days.end()) days.erase(known);
    if (same) continue;
    insert.Reset();
    if ((code = insert.Bind(unit.id).Bind(day).Step()) != SQLITE_DONE) return code;
  }
  Statement remove(database_->handle(), "DELETE FROM age WHERE id=?");
  for (const auto& [id, day] : days) {
    remove.Reset();
    if ((code = remove.Bind(id).Step()) != SQLITE_DONE) return code;
  }
  return SQLITE_OK;
}

}  // namespace backlint::cache
