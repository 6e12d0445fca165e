// Which flags of GCC and Clang reach the front end.
#ifndef BACKLINT_EXTRACT_FLAG_TABLE_H_
#define BACKLINT_EXTRACT_FLAG_TABLE_H_

#include <string_view>

namespace backlint {

// A whole flag that changes what the source means and that the front end knows for every target: `-fno-exceptions`, `-pthread`, `-fPIC`.
bool IsPlainFlag(std::string_view flag);

// `-mavx2`, `-march=haswell`, ...: known to the front end only for the processor family that they belong to. `processor` is the first
// component of the target.
bool IsProcessorFlag(std::string_view flag, std::string_view processor);

// `-ftemplate-depth=2048`: `=value` flags with a number that stays below what the front end can bear.
bool IsBoundedFlag(std::string_view flag);

// Takes the next word as its value, and neither means anything here: `-o file`, `-MF file`, `--param x`.
bool DropsNextWord(std::string_view flag);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_FLAG_TABLE_H_
