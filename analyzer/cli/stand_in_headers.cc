#include "cli/stand_in_headers.h"

#include <stdlib.h>

#include <filesystem>
#include <system_error>

#include "cli/output.h"
#include "core/digest.h"
#include "models/embedded.h"

namespace backlint::cli {
namespace {

namespace fs = std::filesystem;

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

bool Write(const fs::path& base, const fs::path& folder) {
  if (!MakeFolders(base, folder)) return false;
  for (const EmbeddedFile& header : EmbeddedHeaders()) {
    const fs::path relative = folder / header.path, file = base / relative;
    if (IsWritten(file, header.content)) continue;
    if (!MakeFolders(base, relative.parent_path()) || !WriteFile(file.string(), header.content)) return false;
  }
  return true;
}

}  // namespace

std::string StandInDigest() {
  DigestBuilder digest;
  for (const EmbeddedFile& header : EmbeddedHeaders()) digest.Add(header.path).Add(header.content);
  return digest.Finish();
}

StandInHeaders::StandInHeaders(const std::string& cache_dir) {
  std::error_code error;
  const std::string folder = "headers-" + StandInDigest();
  const fs::path base = cache_dir.empty() ? fs::path() : fs::canonical(cache_dir, error);
  if (!base.empty() && !error && Write(base, folder)) {
    path_ = (base / folder).string();
    return;
  }
  std::string pattern = (fs::canonical(fs::temp_directory_path(error), error) / "backlint-XXXXXX").string();
  if (error || !::mkdtemp(pattern.data())) return;
  temporary_ = pattern;
  if (Write(temporary_, folder)) path_ = (fs::path(temporary_) / folder).string();
}

StandInHeaders::~StandInHeaders() {
  std::error_code error;
  if (!temporary_.empty()) fs::remove_all(temporary_, error);
}

}  // namespace backlint::cli
