// Which header of the standard library declares a name.
#ifndef BACKLINT_EXTRACT_STANDARD_HEADER_H_
#define BACKLINT_EXTRACT_STANDARD_HEADER_H_

#include <string>
#include <string_view>

namespace backlint {

// `vector` -> `vector`, `shared_ptr` -> `memory`; "" for names that are not known here.
std::string StandardHeader(std::string_view name);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_STANDARD_HEADER_H_
