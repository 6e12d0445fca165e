// Code and tables that are made up for a test or an example.
#ifndef BACKLINT_BACKEND_REHEARSAL_H_
#define BACKLINT_BACKEND_REHEARSAL_H_

#include <string_view>

namespace backlint {

// By the folders of the path, relative to the root.
bool IsRehearsal(std::string_view path);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_REHEARSAL_H_
