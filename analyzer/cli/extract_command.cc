// `extract`: one compile command -> one file of facts, for build systems that distribute and cache actions.
#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "cli/exit_status.h"
#include "cli/output.h"
#include "cli/project_root.h"
#include "cli/run.h"
#include "cli/stand_in_headers.h"
#include "core/facts.h"
#include "extract/command_line.h"
#include "extract/failed_facts.h"
#include "extract/worker_pool.h"
#include "report/printable.h"

namespace backlint::cli {
namespace {

// Options of compilers whose next word is a value, so that `-o a.cc` or `-MF x.c` does not name the source.
constexpr std::array<std::string_view, 20> kTakesValue = {"-o",  "-I",  "-D",  "-U",       "-x",       "-include",    "-imacros", "-isystem", "-iquote", "-idirafter",
                                                          "-MF", "-MT", "-MQ", "-Xclang", "-Xlinker", "-isysroot", "-target",  "-arch",    "-L",      "-l"};

// Empty when no word is a source file.
std::string SourceOf(const std::vector<std::string>& words) {
  for (size_t i = 1; i < words.size(); ++i) {
    if (std::find(kTakesValue.begin(), kTakesValue.end(), words[i]) != kTakesValue.end()) ++i;
    else if (!words[i].starts_with('-') && !LanguageOf(words[i]).empty()) return words[i];
  }
  return {};
}

std::string_view WhyUnusable(CommandLine::Kind kind) {
  switch (kind) {
    case CommandLine::Kind::OtherLanguage: return "the command compiles another language than C and C++";
    case CommandLine::Kind::Header: return "the command makes a precompiled header";
    case CommandLine::Kind::Msvc: return "the options are those of another compiler family";
    case CommandLine::Kind::Malformed: return "there is no compiler in the command";
    case CommandLine::Kind::TooLong: return "its response files are too long";
    case CommandLine::Kind::Usable: break;
  }
  return "";
}

}  // namespace

int RunCommand(const ExtractCommand& command) {
  const auto root = WorkingRoot();
  if (!root) return Fail(kUsage, root.error().message);
  const std::string name = SourceOf(command.command);
  if (name.empty()) return Fail(kUsage, "no word of the compile command names a C or C++ source file");
  std::error_code error;
  const std::string here = std::filesystem::current_path(error).string();
  const std::string source = (std::filesystem::path(here) / name).lexically_normal().string();

  CommandLine line = FitCommandLine(command.command, here, source);
  const CompileCommand unit{source, here, std::move(line.arguments)};
  std::string facts;
  if (line.kind != CommandLine::Kind::Usable) {
    facts = FailedFacts(unit, root.value(), std::string(WhyUnusable(line.kind)));
  } else {
    const StandInHeaders headers("");
    WorkerOptions options;
    options.extract.root = root.value();
    options.extract.stand_in_headers = headers.path();
    options.workers = 1;
    options.unit_time = std::chrono::seconds(command.unit_seconds);
    const Status done = ExtractAll({&unit, 1}, options, [&](size_t, std::string result) { facts = std::move(result); });
    if (!done) return Fail(kInternal, done.error().message);
  }
  const auto verified = facts::Verify({reinterpret_cast<const uint8_t*>(facts.data()), facts.size()});
  if (verified && verified.value()->state() == facts::UnitState::Failed && verified.value()->failure())
    WriteStandardError(fmt::format("backlint: warning: `{}` could not be analysed: {}\n", report::Printable(name),
                                   report::Printable(verified.value()->failure()->string_view())));
  // A unit that failed is a result like any other, so that a build system can cache it.
  const Status written = WriteFile(command.output, facts);
  return written ? kClean : Fail(kInternal, written.error().message);
}

}  // namespace backlint::cli
