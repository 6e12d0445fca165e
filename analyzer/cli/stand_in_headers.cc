#include "cli/stand_in_headers.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/output.h"
#include "core/digest.h"
#include "models/embedded.h"

namespace backlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "headers-";       // a digest follows
constexpr std::string_view kMarker = ".made-by-backlint";
constexpr std::string_view kMarkerText = "`backlint cache clear` removes this folder\n";

// Makes the folders from `base` down to `relative`; none of them may be a link.
bool MakeFolders(const fs::path& base, const fs::path& relative) {
  fs::path folder = base;
  std::error_code error;
  for (const fs::path& part : relative) {
    folder /= part;
    const fs::file_status status = fs::symlink_status(folder, error);
    if (status.type() == fs::file_type::directory) continue;
    if (status.type() != fs::file_type::not_found || !fs::create_directory(folder, error)) {
      // Another run may have made it just now.
      if (fs::symlink_status(folder, error).type() != fs::file_type::directory) return false;
    }
  }
  return true;
}

bool IsWritten(const fs::path& file, std::string_view content) {
  std::error_code error;
  if (fs::symlink_status(file, error).type() != fs::file_type::regular || fs::file_size(file, error) != content.size()) return false;
  const auto bytes = ReadFile(file.string());
  return bytes.ok() && bytes.value() == content;
}

bool WriteOne(const fs::path& base, const fs::path& relative, std::string_view content) {
  const fs::path file = base / relative;
  return IsWritten(file, content) || (MakeFolders(base, relative.parent_path()) && WriteFile(file.string(), content).ok());
}

bool Write(const fs::path& base, const fs::path& folder) {
  if (!MakeFolders(base, folder) || !WriteOne(base, folder / kMarker, kMarkerText)) return false;
  const auto write = [&](const EmbeddedFile& header) { return WriteOne(base, folder / header.path, header.content); };
  return std::all_of(EmbeddedHeaders().begin(), EmbeddedHeaders().end(), write);
}

bool IsOwn(const fs::directory_entry& entry) {
  std::error_code error;
  const std::string name = entry.path().filename().string();
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return name.starts_with(kPrefix) && name.size() == kPrefix.size() + StandInDigest().size() &&
         std::all_of(name.begin() + kPrefix.size(), name.end(), is_hex) && entry.symlink_status(error).type() == fs::file_type::directory &&
         IsWritten(entry.path() / kMarker, kMarkerText);
}

}  // namespace

std::string StandInDigest() {
  DigestBuilder digest;
  for (const EmbeddedFile& header : EmbeddedHeaders()) digest.Add(header.path).Add(header.content);
  return digest.Finish();
}

void RemoveStandInHeaders(const std::string& cache_dir) {
  std::error_code error;
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(cache_dir, error))
    if (IsOwn(entry)) folders.push_back(entry.path());
  for (const fs::path& folder : folders) fs::remove_all(folder, error);
}

StandInHeaders::StandInHeaders(const std::string& cache_dir) {
  std::error_code error;
  const std::string folder = std::string(kPrefix) + StandInDigest();
  const fs::path base = cache_dir.empty() ? fs::path() : fs::canonical(cache_dir, error);
  if (!base.empty() && !error && Write(base, folder)) {
    path_ = (base / folder).string();
    return;
  }
  temporary_.emplace();
  if (!temporary_->path().empty() && Write(temporary_->path(), folder)) path_ = (fs::path(temporary_->path()) / folder).string();
  temporary_->Guard();
}

}  // namespace backlint::cli
