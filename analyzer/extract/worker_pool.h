// Parses units in worker processes of this same program, so that a crash or a hang of the front end costs one unit only.
#ifndef BACKLINT_EXTRACT_WORKER_POOL_H_
#define BACKLINT_EXTRACT_WORKER_POOL_H_

#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/compile_database.h"
#include "extract/extractor.h"

namespace backlint {

struct WorkerOptions {
  ExtractOptions extract;
  int workers = 0;                                  // 0: one a core
  std::chrono::seconds unit_time{120};              // of one unit: wall time, and on a busy machine processor time
  uint64_t unit_memory = uint64_t{4} << 30;         // bytes of address space above the worker's own; a unit above it fails
  std::string program = "/proc/self/exe";           // started as `backlint worker`; another one in tests
};

// How a unit ended: its serialized facts (possibly of state Failed: crashed, time limit, memory limit), ready for the cache.
using UnitDone = std::function<void(size_t index, std::string facts)>;

// What a unit's facts say when its time was up: another limit may do.
inline constexpr std::string_view kOutOfTime = "time limit";
std::string OutOfTime(std::chrono::seconds limit);

// A unit whose time is up works, but has had less of the processor than the limit: the machine is busy. One that waits for something
// uses none.
bool IsStarved(std::chrono::nanoseconds used, std::chrono::nanoseconds passed, std::chrono::seconds limit);

// Runs all commands, the largest sources first; calls `done` in this thread, in the order in which units finish. Every index is reported
// exactly once, also when workers die; what `done` gets has passed facts::Verify. A unit whose worker crashed after it had served others
// gets one more chance in a fresh worker, so that nothing that was left behind decides about it. The result tells only faults of the pool
// itself (no worker could be started); the units that are left are then reported as failed.
Status ExtractAll(std::span<const CompileCommand> commands, const WorkerOptions& options, const UnitDone& done);

// What `backlint worker` does: reads jobs from file descriptor 0, answers on 1, until end of file. Returns the exit status. Dies with
// its parent. What it writes to standard error is dropped unless BACKLINT_WORKER_STDERR is set.
//
// Test hook: BACKLINT_TEST_FAULT="crash:TEXT" makes the worker crash on sources whose path contains TEXT; likewise `hang`, `oom`, `exit`
// (leaves with a status), `garbage` (answers with bytes that are no message), `facts` (answers with damaged facts) and `once` (crashes
// unless it is the worker's first unit).
int RunWorker();

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_WORKER_POOL_H_
