// A project folder that is gone after the test, with units whose facts name real files.
#ifndef BACKLINT_TESTS_CACHE_PROJECT_H_
#define BACKLINT_TESTS_CACHE_PROJECT_H_

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "cache/unit_cache.h"
#include "core/digest.h"
#include "facts_builder.h"

namespace backlint::testing {

class Project : public ::testing::Test {
 protected:
  Project() {
    std::string name = (std::filesystem::temp_directory_path() / "backlint-cache-XXXXXX").string();
    base_ = std::filesystem::canonical(mkdtemp(name.data())).string();
    root_ = base_ + "/project";
    std::filesystem::create_directory(root_);
  }
  ~Project() override {
    std::error_code error;
    std::filesystem::remove_all(base_, error);
  }

  std::string At(const std::string& path) const { return path.starts_with('/') ? path : root_ + "/" + path; }
  void Write(const std::string& path, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(At(path)).parent_path());
    std::ofstream(At(path), std::ios::binary) << text;
  }
  std::string Read(const std::string& path) const {
    std::ifstream file(At(path), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string Database() const { return root_ + "/.backlint/cache.db"; }

  std::unique_ptr<UnitCache> Open(const std::string& tool = "tool 1") {
    warnings_.clear();
    return UnitCache::Open({.directory = root_ + "/.backlint", .root = root_, .tool_digest = tool}, &warnings_);
  }

  // Facts of a unit that opened these files (the first is the source) as they are now.
  std::string Facts(const std::vector<std::string>& paths, const std::vector<std::string>& missing = {}) const {
    UnitBuilder builder(paths.front());
    builder.unit.files.clear();
    for (const std::string& path : paths) {
      auto file = std::make_unique<facts::FileT>();
      file->path = path;
      file->digest = std::filesystem::exists(At(path)) || path.starts_with('<') ? Digest(Read(path)) : "";
      builder.unit.files.push_back(std::move(file));
    }
    builder.unit.missing_headers = missing;
    return builder.Bytes();
  }

  static UnitKey Key(const std::string& source, const std::string& arguments = "arguments") { return {source, arguments}; }

  // A unit `name`.cc with one header, stored.
  std::string Stored(UnitCache& cache, const std::string& name) const {
    Write(name + ".cc", "int " + name + ";");
    Write("shared.h", "int shared;");
    const std::string facts = Facts({name + ".cc", "shared.h"});
    EXPECT_TRUE(cache.Store(Key(name + ".cc"), facts).ok());
    return facts;
  }

  std::string base_, root_;
  std::vector<std::string> warnings_;
};

}  // namespace backlint::testing

#endif  // BACKLINT_TESTS_CACHE_PROJECT_H_
