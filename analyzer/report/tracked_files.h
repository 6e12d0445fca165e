// What git's index says of files: which of them came with a repository. Nothing of the repository is run: no hook, filter or monitor.
#ifndef BACKLINT_REPORT_TRACKED_FILES_H_
#define BACKLINT_REPORT_TRACKED_FILES_H_

#include <string>

namespace backlint::report {

// A tracked file of the repository around `folder` (absolute) whose path begins with `folder`/`prefix`, relative to the repository; "" for
// none, and also when there is no repository or it cannot be read.
std::string FindTracked(const std::string& folder, const std::string& prefix);

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_TRACKED_FILES_H_
