// Parses units in worker processes of this same program, so that a crash or a hang of the front end costs one unit only.
#ifndef BACKLINT_EXTRACT_WORKER_POOL_H_
#define BACKLINT_EXTRACT_WORKER_POOL_H_

#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "extract/compile_database.h"
#include "extract/extractor.h"

namespace backlint {

struct WorkerOptions {
  ExtractOptions extract;
  int workers = 0;                                  // 0: one a core
  std::chrono::seconds unit_time{120};              // wall time of one unit
  uint64_t unit_memory = uint64_t{4} << 30;         // bytes of address space above the worker's own; a unit above it fails
};

// How a unit ended: its serialized facts (possibly of state Failed: crashed, time limit, memory limit), ready for the cache.
using UnitDone = std::function<void(size_t index, std::string facts)>;

// Runs all commands; calls `done` in this thread, in the order in which units finish. Every index is reported exactly once, also
// when workers die. The result tells only faults of the pool itself (no worker could be started).
Status ExtractAll(std::span<const CompileCommand> commands, const WorkerOptions& options, const UnitDone& done);

// What `backlint worker` does: reads jobs from file descriptor 0, answers on 1, until end of file. Returns the exit status.
int RunWorker();

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_WORKER_POOL_H_
