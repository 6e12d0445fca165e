// Stand-in: Boost.DateTime.
#pragma once
#include <ctime>
#include <string>

namespace boost {
namespace gregorian {
class date {
 public:
  date();
  date(int year, int month, int day);
  int year() const;
  int month() const;
  int day() const;
};
std::string to_iso_string(const date& date);
std::string to_iso_extended_string(const date& date);
std::string to_simple_string(const date& date);
date from_string(const std::string& text);
}  // namespace gregorian
namespace date_time {
template <class Time> struct microsec_clock { static Time universal_time(); static Time local_time(); };
template <class Time> struct second_clock { static Time universal_time(); static Time local_time(); };
}  // namespace date_time
namespace posix_time {
class time_duration {
 public:
  long total_seconds() const;
  long total_milliseconds() const;
};
class ptime {
 public:
  ptime();
  ptime(const gregorian::date& date, const time_duration& time);
  gregorian::date date() const;
  time_duration time_of_day() const;
  bool is_not_a_date_time() const;
};
time_duration operator-(const ptime& a, const ptime& b);
ptime operator+(const ptime& a, const time_duration& b);
struct seconds : time_duration { explicit seconds(long count); };
struct minutes : time_duration { explicit minutes(long count); };
struct hours : time_duration { explicit hours(long count); };
struct milliseconds : time_duration { explicit milliseconds(long count); };
typedef date_time::microsec_clock<ptime> microsec_clock;
typedef date_time::second_clock<ptime> second_clock;
std::string to_simple_string(const ptime& time);
std::string to_iso_string(const ptime& time);
std::string to_iso_extended_string(const ptime& time);
ptime time_from_string(const std::string& text);
ptime from_time_t(std::time_t time);
}  // namespace posix_time
}  // namespace boost
