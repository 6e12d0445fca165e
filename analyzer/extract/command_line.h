// The words of one compile command -> arguments for the front end.
//
// Only flags on a list of our own pass, because clang ends the parse at some flags that it does not know, and because a compile
// database is untrusted: plugins, loaders and driver overrides must not slip through under a spelling that nobody thought of. Rejected:
// a list of flags to drop.
#ifndef BACKLINT_EXTRACT_COMMAND_LINE_H_
#define BACKLINT_EXTRACT_COMMAND_LINE_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/compile_database.h"

namespace backlint {

struct CommandLine {
  enum class Kind {
    Usable,
    OtherLanguage,     // assembler, CUDA, Objective-C, resources, ...
    Header,            // makes a precompiled header
    Msvc,              // options of cl.exe
    TooLong,           // more than what its response files may add
    Malformed          // no compiler in it
  };
  Kind kind = Kind::Malformed;
  // In this order and spelling: `-x`, language; `--target=`; `-std=`; then the rest in its order, with `-Ipath`, `-Dname`, `-Uname` as one
  // argument and `-isystem path`, `-iquote path`, `-idirafter path`, `-include file`, `-imacros file` as two. All paths are absolute.
  std::vector<std::string> arguments;
  std::vector<std::string> missing_includes;       // `-include` files that were left out because they are not there
};

// `words` starts with whatever the database has, launchers included. Never runs or looks at the compiler; reads response files, and looks
// whether `-include` files are there. `response_bytes`: see ExpandResponseFiles.
CommandLine FitCommandLine(std::vector<std::string> words, const std::string& directory, std::string_view source, size_t* response_bytes = nullptr);

// `c`, `c++` or "" as the compilers' drivers tell it from the file name.
std::string_view LanguageOf(std::string_view source);

// The folders that the arguments search for headers, in their order: what a cache watches for headers that were missing.
std::vector<std::string> SearchFolders(const CompileCommand& command);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_COMMAND_LINE_H_
