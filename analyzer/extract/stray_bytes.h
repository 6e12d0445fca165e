// Text that should be UTF-8 and is not everywhere, such as file names in an old encoding: readers of UTF-8 refuse all of it for one byte.
#ifndef BACKLINT_EXTRACT_STRAY_BYTES_H_
#define BACKLINT_EXTRACT_STRAY_BYTES_H_

#include <string>

namespace backlint {

// Each byte that belongs to no UTF-8 sequence becomes a character of the last private plane, which names the byte ...
void ReplaceStrayBytes(std::string* text);
// ... and back.
void RestoreStrayBytes(std::string* text);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_STRAY_BYTES_H_
