// What a change touches, as git knows it. Rejected: marking the lines of a diff. A finding is often caused far from where it is seen (a
// commit that is gone, an index that is dropped, a header), so both states are analysed, and what is needed for that is read here.
#ifndef BACKLINT_REPORT_CHANGE_H_
#define BACKLINT_REPORT_CHANGE_H_

#include <string>
#include <vector>

#include "core/content_view.h"
#include "core/result.h"

namespace backlint::report {

struct ChangeRequest {
  std::string root;                // project root, absolute
  std::string revision;            // what to compare with; for a staged change HEAD, whatever is said here
  bool staged = false;             // what the next commit will hold, not what lies on disk
};

struct Change {
  ContentView now;                 // empty unless staged: then what is on disk and not in the index is taken away
  ContentView before;
  std::vector<std::string> warnings;
};

// Against the merge base of HEAD and the revision, so that what others did since a branch began is no part of its change. Renamed files have
// their old content under both names. Untracked files that git does not ignore are new; files that are ignored are as on disk, before and now.
// Submodules count with the commit that the revision names, when it was fetched. The index is the one of GIT_INDEX_FILE when that lies in
// the repository, as it does for hooks. Error: no repository, no such revision, a repository that cannot be read.
Result<Change> ReadChange(const ChangeRequest& request);

}  // namespace backlint::report

#endif  // BACKLINT_REPORT_CHANGE_H_
