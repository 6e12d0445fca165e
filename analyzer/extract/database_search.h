// Where compile_commands.json is.
#ifndef BACKLINT_EXTRACT_DATABASE_SEARCH_H_
#define BACKLINT_EXTRACT_DATABASE_SEARCH_H_

#include <string>
#include <vector>

#include "core/result.h"

namespace backlint {

// `given` is the file or its folder; absolute result.
Result<std::string> DatabaseIn(const std::string& given);

// Upward from `start` as far as `root` (to the top when `start` is not below it), then in the build folders of `root`. Of several
// in build folders, the newest, and a remark. "" when there is none.
std::string SearchDatabase(const std::string& start, const std::string& root, std::vector<std::string>* remarks);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_DATABASE_SEARCH_H_
