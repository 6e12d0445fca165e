// Faults on demand, so that tests can see what the pool makes of them: the test hook BACKLINT_TEST_FAULT of worker_pool.h.
#ifndef BACKLINT_EXTRACT_WORKER_FAULT_H_
#define BACKLINT_EXTRACT_WORKER_FAULT_H_

#include <cstddef>
#include <string>

namespace backlint {

// Makes the fault that the environment asks for `source`, if any. True with what to answer in place of facts, when the fault is in the
// answer; false when there is no fault; else it does not return. `served`: units of this worker before this one.
bool MakeFault(const std::string& source, size_t served, std::string* answer);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_WORKER_FAULT_H_
