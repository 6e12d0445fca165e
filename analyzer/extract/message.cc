#include "extract/message.h"

#include <cstring>
#include <nlohmann/json.hpp>

namespace backlint {
namespace {

constexpr uint32_t kMagic = 0x31574c42;                  // "BLW1"
constexpr uint64_t kMaxFrameBytes = uint64_t{1} << 30;

struct Header {
  uint32_t magic;
  uint32_t kind;
  uint64_t size;
};

}  // namespace

std::string EncodeJob(const Job& job) {
  const ExtractOptions& options = job.options;
  const nlohmann::json message = {{"root", options.root},
                                  {"stand_in_headers", options.stand_in_headers},
                                  {"contents", options.contents},
                                  {"max_literal_bytes", options.max_literal_bytes},
                                  {"max_function_values", options.max_function_values},
                                  {"max_nesting", options.max_nesting},
                                  {"unit_memory", job.unit_memory},
                                  {"source", job.command.source},
                                  {"directory", job.command.directory},
                                  {"arguments", job.command.arguments}};
  // MessagePack, because the text form refuses strings that are no UTF-8.
  std::string bytes;
  nlohmann::json::to_msgpack(message, bytes);
  return bytes;
}

Result<Job> DecodeJob(std::string_view bytes) {
  const auto message = nlohmann::json::from_msgpack(bytes, true, false);
  if (!message.is_object()) return Error{"a job that cannot be read"};
  try {
    Job job;
    message.at("root").get_to(job.options.root);
    message.at("stand_in_headers").get_to(job.options.stand_in_headers);
    message.at("contents").get_to(job.options.contents);
    message.at("max_literal_bytes").get_to(job.options.max_literal_bytes);
    message.at("max_function_values").get_to(job.options.max_function_values);
    message.at("max_nesting").get_to(job.options.max_nesting);
    message.at("unit_memory").get_to(job.unit_memory);
    message.at("source").get_to(job.command.source);
    message.at("directory").get_to(job.command.directory);
    message.at("arguments").get_to(job.command.arguments);
    return job;
  } catch (const nlohmann::json::exception&) {
    return Error{"a job that cannot be read"};
  }
}

std::string EncodeFrame(FrameKind kind, std::string_view bytes) {
  const Header header{kMagic, static_cast<uint32_t>(kind), bytes.size()};
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  return out.append(bytes);
}

FrameReader::State FrameReader::Next(Frame* frame) {
  Header header;
  if (buffer_.size() < sizeof header) {
    // Too short to be sure, but garbage that is never completed must not count as waiting.
    return std::memcmp(buffer_.data(), &kMagic, std::min(buffer_.size(), sizeof kMagic)) == 0 ? State::Incomplete : State::Garbage;
  }
  std::memcpy(&header, buffer_.data(), sizeof header);
  if (header.magic != kMagic || header.kind < 1 || header.kind > 4 || header.size > kMaxFrameBytes) return State::Garbage;
  if (buffer_.size() - sizeof header < header.size) return State::Incomplete;
  frame->kind = static_cast<FrameKind>(header.kind);
  frame->bytes = buffer_.substr(sizeof header, header.size);
  buffer_.erase(0, sizeof header + header.size);
  return State::Complete;
}

}  // namespace backlint
