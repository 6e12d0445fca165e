// QString::arg.
#include <array>
#include <bitset>
#include <string>

#include "flow/format_reader.h"

namespace backlint::flow {
namespace {

constexpr int kMarkers = 100;

struct Marker {
  int number = -1;
  size_t length = 0;
};

// `%7`, `%42`, `%L7` at the beginning of `text`.
Marker ReadMarker(std::string_view text) {
  const auto is_digit = [&](size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  size_t at = text.size() > 1 && text[1] == 'L' ? 2 : 1;
  if (!is_digit(at)) return {};
  Marker marker;
  marker.number = text[at++] - '0';
  if (is_digit(at)) marker.number = marker.number * 10 + (text[at++] - '0');
  marker.length = at;
  return marker;
}

void Collect(std::string_view text, std::bitset<kMarkers>& used) {
  for (size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
    if (const Marker marker = ReadMarker(text.substr(at)); marker.length > 0) used.set(marker.number);
  }
}

// The lowest numbers are filled first. Markers of a rank of `arguments` or more stay as they are.
void Fill(FormatReader& reader, const std::bitset<kMarkers>& used, int arguments) {
  std::array<int, kMarkers> ranks;
  for (int number = 0, rank = 0; number < kMarkers; ++number) ranks[number] = used[number] ? rank++ : rank;
  while (!reader.AtEnd()) {
    reader.LiteralUntil("%");
    if (reader.AtEnd()) return;
    const Marker marker = ReadMarker(reader.Rest());
    if (marker.length == 0 || ranks[marker.number] >= arguments) {
      reader.Literal(std::max<size_t>(marker.length, 1));
      continue;
    }
    FormatPiece piece;
    piece.argument = ranks[marker.number];
    reader.Argument(std::move(piece), marker.length);
  }
}

}  // namespace

void ReadQt(FormatReader& reader) {
  std::bitset<kMarkers> used;
  Collect(reader.Rest(), used);
  Fill(reader, used, kMarkers);
}

std::vector<std::vector<FormatPiece>> StepQt(std::span<const std::string_view> parts, int arguments) {
  std::bitset<kMarkers> used;
  for (const std::string_view part : parts) Collect(part, used);
  std::vector<std::vector<FormatPiece>> steps;
  for (const std::string_view part : parts) {
    FormatReader reader(part);
    Fill(reader, used, arguments);
    steps.push_back(reader.TakePieces());
  }
  return steps;
}

}  // namespace backlint::flow
