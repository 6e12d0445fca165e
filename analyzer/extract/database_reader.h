// compile_commands.json -> its entries, one at a time: the file may be larger than what fits well into memory.
#ifndef BACKLINT_EXTRACT_DATABASE_READER_H_
#define BACKLINT_EXTRACT_DATABASE_READER_H_

#include <functional>
#include <string>
#include <vector>

#include "core/result.h"

namespace backlint {

struct DatabaseEntry {
  std::string directory, file;
  std::string command;                    // as the shell would read it
  std::vector<std::string> arguments;     // when not empty, instead of `command`
  bool damaged = false;                   // something in it has another type than the format says, or a key is missing
};

// Error: the file cannot be read, is no JSON, or no list of objects. Bytes that are no UTF-8 (file names in an old encoding) are kept.
Status ReadDatabase(const std::string& path, const std::function<void(DatabaseEntry entry)>& entry);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_DATABASE_READER_H_
