// One translation unit -> its facts. In this process: a crash of the front end takes the caller along, which is why workers call it.
#ifndef BACKLINT_EXTRACT_EXTRACTOR_H_
#define BACKLINT_EXTRACT_EXTRACTOR_H_

#include <memory>
#include <string>

#include "core/facts.h"
#include "extract/compile_database.h"

namespace backlint {

struct ExtractOptions {
  std::string root;                     // project root, absolute; facts hold paths relative to it
  std::string contents;                 // file of other contents that files are read with (content_file.h); "" = none
  std::string stand_in_headers;         // folder of headers to use where a library is missing; searched last; "" = none
  // Limits of one unit; hitting one marks the function or the unit and loses the rest of it, never more.
  uint32_t max_literal_bytes = 1 << 20;
  uint32_t max_function_values = 400000;
  uint32_t max_nesting = 4000;
};

// Never fails: a unit that cannot be read has state Failed and says why. Same command, same file contents, same bytes.
class Extractor {
 public:
  explicit Extractor(ExtractOptions options);
  ~Extractor();
  facts::UnitFactsT Extract(const CompileCommand& command);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// `libclang 19.1.7`: part of the cache key and of --version.
std::string FrontEndVersion();

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_EXTRACTOR_H_
