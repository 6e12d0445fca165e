// What a literal or an initialiser says, from what libclang shows of it.
#ifndef BACKLINT_EXTRACT_LITERAL_TEXT_H_
#define BACKLINT_EXTRACT_LITERAL_TEXT_H_

#include <clang-c/Index.h>

#include <string>
#include <string_view>

#include "extract/file_table.h"

namespace backlint {

// The bytes of a string literal from libclang's spelling of it (neighbours joined, quoted, escaped); wide ones as UTF-8.
std::string UnescapeSpelling(std::string_view spelling);

// What a variable, field or parameter is initialised with, or the null cursor.
CXCursor WrittenInitializer(CXCursor declaration, FileTable& files);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_LITERAL_TEXT_H_
