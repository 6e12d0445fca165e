// What the pool and its workers say to each other: frames of a kind and some bytes.
#ifndef BACKLINT_EXTRACT_MESSAGE_H_
#define BACKLINT_EXTRACT_MESSAGE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"
#include "extract/compile_database.h"
#include "extract/extractor.h"

namespace backlint {

struct Job {
  ExtractOptions options;
  CompileCommand command;
  uint64_t unit_memory = 0;
};

// The bytes of a job. File names need not be UTF-8.
std::string EncodeJob(const Job& job);
Result<Job> DecodeJob(std::string_view bytes);

enum class FrameKind : uint8_t {
  Ready = 1,        // worker: it has started
  Job = 2,          // pool: EncodeJob
  Resident = 3,     // worker: its memory in pages as text, before the facts
  Facts = 4         // worker: the facts of the job
};

struct Frame {
  FrameKind kind;
  std::string bytes;
};

std::string EncodeFrame(FrameKind kind, std::string_view bytes);

// Cuts what arrives into frames. What it reads may come from a process that has gone mad.
class FrameReader {
 public:
  enum class State { Incomplete, Complete, Garbage };
  void Add(std::string_view bytes) { buffer_.append(bytes); }
  State Next(Frame* frame);

 private:
  std::string buffer_;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_MESSAGE_H_
