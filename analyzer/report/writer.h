// One writer a format: a report in, bytes out. A new format is a function in its own file and a row in writer.cc.
#ifndef BACKLINT_REPORT_WRITER_H_
#define BACKLINT_REPORT_WRITER_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "report/report.h"

namespace backlint::report {

struct Screen {
  bool color = false;
  uint32_t width = 140;            // columns; only `text` looks at it
};

struct Format {
  std::string_view name;           // as in `--format text`
  std::string_view about;          // one line for --help
  std::string (*write)(const Report& report, const Screen& screen);
};

// In the order of --help. The first is the default.
std::span<const Format> Formats();
const Format* FindFormat(std::string_view name);

std::string WriteText(const Report& report, const Screen& screen);
std::string WriteGcc(const Report& report, const Screen& screen);
std::string WriteJson(const Report& report, const Screen& screen);
std::string WriteSarif(const Report& report, const Screen& screen);
std::string WriteGitlab(const Report& report, const Screen& screen);
std::string WriteGithub(const Report& report, const Screen& screen);
std::string WriteRdjson(const Report& report, const Screen& screen);
std::string WriteCheckstyle(const Report& report, const Screen& screen);
std::string WriteJunit(const Report& report, const Screen& screen);

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_WRITER_H_
