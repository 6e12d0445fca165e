// `queries`: what backlint understood of the program's SQL, so that nobody has to believe it.
#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/configure.h"
#include "cli/exit_status.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/project_root.h"
#include "cli/read_units.h"
#include "cli/run.h"
#include "cli/terminal.h"
#include "report/paint.h"
#include "report/printable.h"

namespace backlint::cli {
namespace {

using report::Ink;
using report::Printable;
using Json = nlohmann::ordered_json;

constexpr size_t kMostTexts = 6;      // of one query, for people

bool Shown(const Query& query, const std::vector<std::string>& paths, bool unresolved) {
  if (unresolved && query.understood) return false;
  return paths.empty() || std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
           return path == "." || query.place.path == path || query.place.path.starts_with(path + "/");
         });
}

std::string_view StateOf(const Query& query) { return query.understood ? "understood" : "unresolved"; }

std::string Spot(const Place& place) { return fmt::format("{}:{}:{}", Printable(place.path), place.line, place.column); }

// What the statement can be besides the text that is shown first.
std::vector<std::string> OtherTexts(const Query& query) {
  std::vector<std::string> texts;
  const std::string first = Display(query.text);
  for (const QueryWay& way : query.ways) {
    std::string text = Display(way);
    if (text != first && std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
  }
  return texts;
}

std::string Text(const std::vector<const Query*>& queries, const report::Paint& paint, bool all) {
  std::string out;
  bool shortened = false;
  for (const Query* query : queries) {
    out += paint(Ink::kBold, Spot(query->place) + ":");
    if (!query->function.empty()) out += " " + Printable(query->function);
    out += paint(Ink::kDim, fmt::format(" [{}{}]", query->library, query->understood ? "" : ", unresolved")) + "\n";
    out += "    " + paint(query->understood ? Ink::kCode : Ink::kWarning, Printable(Display(query->text))) + "\n";
    if (query->prepared) out += "    " + paint(Ink::kDim, "prepared elsewhere, run by its name") + "\n";
    if (query->wrapped) out += "    " + paint(Ink::kDim, "runs in " + Spot(query->run)) + "\n";
    const std::vector<std::string> others = OtherTexts(*query);
    const size_t shown = all ? others.size() : std::min(others.size(), kMostTexts);
    for (size_t i = 0; i < shown; ++i) out += "    " + paint(Ink::kDim, "as " + Printable(others[i])) + "\n";
    if (shown == others.size()) continue;
    out += "    " + paint(Ink::kDim, fmt::format("and {} more{}", others.size() - shown, shortened ? "" : " (--verbose shows them)")) + "\n";
    shortened = true;
  }
  return out;
}

Json PlaceJson(const Place& place) { return {{"path", place.path}, {"line", place.line}, {"column", place.column}}; }

Json QueryJson(const Query& query) {
  Json ways = Json::array();
  for (const QueryWay& way : query.ways) ways.push_back(Display(way));
  Json json = PlaceJson(query.place);
  json["function"] = query.function;
  json["library"] = query.library;
  json["call"] = query.call;
  json["dialect"] = sql::Name(query.dialect);
  json["state"] = StateOf(query);
  json["prepared"] = query.prepared;
  json["text"] = Display(query.text);
  json["texts"] = std::move(ways);
  json["run"] = PlaceJson(query.run);
  return json;
}

std::string JsonText(const std::vector<const Query*>& queries, const report::QueryCounts& counts) {
  Json list = Json::array();
  for (const Query* query : queries) list.push_back(QueryJson(*query));
  const Json document = {{"version", 1}, {"summary", {{"total", counts.total}, {"understood", counts.understood}}}, {"queries", std::move(list)}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int RunCommand(const QueriesCommand& asked) {
  StageClock clock;
  QueriesCommand command = asked;
  const auto root = FindRoot(command.project.paths, command.project.database);
  if (!root) return Fail(kUsage, root.error().message);
  const auto config = Configure(root.value(), &command.project, nullptr);
  if (!config) return Fail(kUsage, config.error().message);
  const auto paths = BelowRoot(command.project.paths, root.value());
  if (!paths) return Fail(kUsage, paths.error().message);
  std::vector<std::string> notes;
  auto models = ReadModels(root.value(), command.project.models, &notes);
  if (!models) return Fail(kUsage, models.error().message);
  auto units = ReadUnits(command.project, root.value(), command.talk, &clock);
  if (!units) return Fail(kUsage, units.error().message);
  const bool nothing = units->facts.empty();
  const auto code = Understand(std::move(units->facts), {}, std::move(models).value(), &clock);

  std::vector<const Query*> shown;
  for (const Query& query : code->backend.queries())
    if (Shown(query, paths.value(), command.unresolved)) shown.push_back(&query);
  const report::QueryCounts counts = CountQueries(code->backend);
  const std::string text = command.json ? JsonText(shown, counts) : Text(shown, report::Paint(StandardOutput(false).color), command.talk.verbose);
  const int status = Answer(text, nothing ? kIncomplete : kClean);
  if (!command.talk.quiet) {
    for (const std::string& note : notes) WriteStandardError(fmt::format("backlint: {}\n", Printable(note)));
    WriteStandardError(fmt::format("backlint: {} {}, {} understood\n", counts.total, counts.total == 1 ? "query" : "queries", counts.understood));
  }
  if (command.talk.stats) WriteStandardError(clock.Table());
  return status;
}

}  // namespace backlint::cli
