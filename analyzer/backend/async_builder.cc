#include "backend/async_builder.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "backend/common_throw.h"
#include "backend/completion.h"
#include "backend/escape_story.h"
#include "backend/ignored_error.h"
#include "backend/lost_result.h"
#include "backend/swallowed_error.h"
#include "paths/escape.h"
#include "paths/launch.h"

namespace backlint {

using facts::OpKind;
using facts::ValueKind;
using paths::Escape;

namespace {

constexpr size_t kMostTasks = 3;           // of one runner; when more of them throw, the runner is reported

// Something that runs with nothing of the program above it.
struct Launch {
  FunctionId body = kNone;
  const AsyncRow* row = nullptr;
  FunctionId caller = kNone;               // kNone: the library calls an overrider of its own accord
  const facts::Op* op = nullptr;
  Place place;
};

// What callers must not pass: whoever says that nothing is thrown may know that it passes nothing of the kind.
bool IsPrecondition(const Escape& escape) { return escape.checks && escape.callee != kNone; }

class Builder {
 public:
  explicit Builder(const flow::Vocabulary& vocabulary)
      : vocabulary_(vocabulary), program_(vocabulary.program()), escapes_(paths::FindEscapes(vocabulary)) {}

  std::vector<AsyncDefect> Run() {
    FindLaunches();
    FindEntries();
    FindLoopsThatEnd();
    for (const Launch& launch : launches_) {
      switch (launch.row->exceptions) {
        case Fate::kTerminates: Report(launch, AsyncEnd::kTerminates); break;
        case Fate::kForeign: Report(launch, AsyncEnd::kForeign); break;
        case Fate::kLoop: if (ending_.count(launch.row->library) != 0) Report(launch, AsyncEnd::kLoop); break;
        case Fate::kLost: Report(launch, AsyncEnd::kLost); break;
        case Fate::kKept: ReportKept(launch); break;
        case Fate::kCaught: case Fate::kPassed: break;
      }
    }
    for (FunctionId id = 0; id < program_.functions().size(); ++id) ReportStopped(id);
    return std::move(defects_);
  }

 private:
  void FindLaunches() {
    for (FunctionId id = 0; id < program_.functions().size(); ++id) {
      const facts::Function& f = *program_.functions()[id].facts;
      for (const facts::Op* op : *f.ops()) {
        if (op->kind() != OpKind::Call) continue;
        for (const AsyncRow* row : paths::AsyncRowsOf(vocabulary_, id, op->value())) {
          if (row->role != AsyncRole::kLaunch) continue;
          FindBareLoops(id, op->value(), *row);
          for (FunctionId body : paths::BodiesLaunched(vocabulary_, id, op->value(), *row))
            launches_.push_back({body, row, id, op, program_.PlaceOf(program_.functions()[id].unit, op->location())});
        }
      }
    }
  }

  // Methods that a class of the program overrides for the library to call.
  void FindEntries() {
    for (FunctionId id = 0; id < program_.functions().size(); ++id) {
      const ProgramFunction& function = program_.functions()[id];
      if (function.symbol == kNone || (function.facts->flags() & facts::kLambda) != 0) continue;
      const ProgramSymbol& symbol = program_.symbols()[function.symbol];
      if (symbol.kind != facts::SymbolKind::Method || symbol.definitions.empty() || symbol.definitions[0] != id) continue;
      for (SymbolId base : program_.WithBases(symbol.parent))
        for (const AsyncRow* row : vocabulary_.models().FindAsync(std::string(program_.symbols()[base].qualified) + "::" + std::string(symbol.name)))
          if (row->role == AsyncRole::kEntry) launches_.push_back({id, row, kNone, nullptr, program_.PlaceOf(function.unit, *function.facts->location())});
    }
  }

  // Libraries of whose loops one runs with nothing above it that catches what handlers throw.
  void FindLoopsThatEnd() {
    for (FunctionId id = 0; id < program_.functions().size(); ++id)
      if ((program_.functions()[id].facts->flags() & facts::kMain) != 0) AddEnding(id);
    for (const Launch& launch : launches_)
      if (launch.row->exceptions == Fate::kTerminates || launch.row->exceptions == Fate::kForeign) AddEnding(launch.body);
  }

  void AddEnding(FunctionId top) {
    for (const std::vector<Escape>* escapes : {&escapes_.escapes[top], &escapes_.stopped[top]})
      for (const Escape& escape : *escapes)
        if (escape.of_handlers) AddEnding(escape.library);
  }

  void AddEnding(std::string_view loop) {
    for (const AsyncRow* row : vocabulary_.models().FindAsync(loop)) ending_.insert(row->library);
  }

  // `threads.emplace_back(&Context::run, &context)`: nothing is above the loop.
  void FindBareLoops(FunctionId caller, uint32_t call, const AsyncRow& row) {
    auto arguments = facts::Arguments(*program_.functions()[caller].facts, *program_.functions()[caller].facts->values()->Get(call));
    for (int place = row.first; place <= row.last && static_cast<size_t>(place) <= arguments.size(); ++place)
      for (const Callable& callable : program_.CallablesOf(caller, arguments[place - 1]))
        if (callable.symbol != kNone)
          for (const AsyncRow* run : vocabulary_.models().FindAsync(program_.symbols()[callable.symbol].qualified))
            if (run->role == AsyncRole::kLoop) ending_.insert(run->library);
  }

  void ReportKept(const Launch& launch) {
    if (launch.op == nullptr) return;
    if ((launch.op->flags() & facts::kDropped) != 0) Report(launch, AsyncEnd::kDropped);
    else if (IsNeverRead(program_, launch.caller, launch.op->value())) Report(launch, AsyncEnd::kUnread);
  }

  void Report(const Launch& launch, AsyncEnd end) {
    std::map<FunctionId, const Escape*> by_task;       // kNone: directly
    for (const Escape& escape : escapes_.escapes[launch.body]) {
      if (escape.of_handlers || (end == AsyncEnd::kForeign && IsPrecondition(escape))) continue;
      const Escape*& best = by_task[escape.task];
      if (!best || escape.length < best->length) best = &escape;
    }
    const size_t tasks = by_task.size() - by_task.count(kNone);
    for (const auto& [task, escape] : by_task) {
      if (task == kNone) {
        Add(launch, end, launch.body, *escape, nullptr);
      } else if (tasks <= kMostTasks) {
        AddTask(launch, end, *escape);
      } else if (!by_task.count(kNone) && task == by_task.begin()->first) {
        Add(launch, end, launch.body, *escape, nullptr);
      }
    }
  }

  // Reported where the exception leaves the task; the runner is told behind it.
  void AddTask(const Launch& launch, AsyncEnd end, const Escape& first) {
    FunctionId function = launch.body;
    const Escape* escape = &first;
    while (escape->callee != kNone && function != first.task) {
      function = escape->callee;
      const Place at = escape->place;
      escape = &escapes_.escapes[function][escape->next];
      if (function != first.task) continue;
      const Note runner = {at, fmt::format("run here, with nothing that catches")};
      Add(launch, end, function, *escape, &runner);
    }
  }

  void Add(const Launch& launch, AsyncEnd end, FunctionId function, const Escape& escape, const Note* runner) {
    const EscapeStory story = TellEscape(program_, escapes_, function, escape);
    AsyncDefect defect;
    defect.end = end;
    defect.place = story.place;
    defect.function = program_.FunctionName(story.function);
    defect.what = story.thrown;
    defect.thrown = story.at;
    defect.launcher = launch.row->name;
    defect.body = BodyName(program_, story.function);
    defect.certain = story.certain;
    if (launch.caller != kNone && launch.place != story.place) defect.way.push_back({launch.place, fmt::format("`{}` is given it here", launch.row->name)});
    if (runner) defect.way.push_back(*runner);
    defect.way.insert(defect.way.end(), story.way.begin(), story.way.end());
    if (end == AsyncEnd::kDropped || end == AsyncEnd::kUnread || end == AsyncEnd::kLost) {
      defect.place = launch.place;
      defect.function = program_.FunctionName(launch.caller);
      defect.way.erase(defect.way.begin(), defect.way.end() - static_cast<std::ptrdiff_t>(story.way.size()));
    }
    if (seen_.insert({defect.place, defect.what}).second) defects_.push_back(std::move(defect));
  }

  void ReportStopped(FunctionId id) {
    const Escape* best = nullptr;
    for (const Escape& escape : escapes_.stopped[id])
      if (!escape.of_handlers && !IsPrecondition(escape) && escape.task == kNone && (!best || escape.length < best->length)) best = &escape;
    if (!best) return;
    const EscapeStory story = TellEscape(program_, escapes_, id, *best);
    AsyncDefect defect;
    defect.end = AsyncEnd::kNoexcept;
    defect.place = story.place;
    defect.function = program_.FunctionName(story.function);
    defect.what = story.thrown;
    defect.thrown = story.at;
    defect.body = BodyName(program_, id);
    defect.destructor = (program_.functions()[id].facts->flags() & facts::kDestructor) != 0;
    defect.certain = story.certain;
    defect.way = story.way;
    if (seen_.insert({defect.place, defect.what}).second) defects_.push_back(std::move(defect));
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const paths::EscapeFacts escapes_;
  std::vector<Launch> launches_;
  std::set<const Library*> ending_;
  std::set<std::pair<Place, std::string>> seen_;
  std::vector<AsyncDefect> defects_;
};

}  // namespace

std::vector<AsyncDefect> BuildAsyncDefects(const flow::Vocabulary& vocabulary, const flow::TextFacts& texts) {
  std::vector<AsyncDefect> defects = Builder(vocabulary).Run();
  for (std::vector<AsyncDefect> more : {FindDroppedTasks(vocabulary), FindIgnoredErrors(vocabulary), FindSwallowedErrors(vocabulary, texts), FindCompletions(vocabulary)})
    defects.insert(defects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  JoinByThrow(&defects);
  std::stable_sort(defects.begin(), defects.end(), [](const AsyncDefect& a, const AsyncDefect& b) { return a.place < b.place; });
  return defects;
}

}  // namespace backlint
