// Bytes on their way out of the program. Nothing that is written is lost in silence.
#ifndef BACKLINT_CLI_OUTPUT_H_
#define BACKLINT_CLI_OUTPUT_H_

#include <string>
#include <string_view>

#include "core/result.h"

namespace backlint::cli {

// To standard output, past any buffer. Error: disk full, closed, ... An error with an empty message means that the reader went
// away (`| head`), which nobody needs to be told.
Status WriteStandardOutput(std::string_view bytes);

// To standard error; a failure there has nowhere to be told.
void WriteStandardError(std::string_view bytes);

// As a whole or not at all: a new file takes the old one's place. What is no regular file (/dev/stdout, a pipe) is written to.
Status WriteFile(const std::string& path, std::string_view bytes);

// Would WriteFile find a folder that lets it write there? For telling early; the disk can still be full later.
Status CanWriteFile(const std::string& path);

Result<std::string> ReadFile(const std::string& path);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_OUTPUT_H_
