// The rows and headers of the binary.
#include "models/embedded.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "models/model.h"

namespace backlint {
namespace {

namespace fs = std::filesystem;

const fs::path kModels = fs::path(BACKLINT_SOURCE_DIR) / "analyzer" / "models";

std::string Read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

TEST(Embedded, ModelsHaveNoErrors) {
  for (const EmbeddedFile& file : EmbeddedModels()) {
    Models models;
    for (const ModelError& error : models.Add(file.path, file.content))
      ADD_FAILURE() << file.path << ":" << error.place.line << ":" << error.place.column << ": " << error.message;
  }
}

TEST(Embedded, RowsAreFound) {
  const Models models = Models::Embedded();
  EXPECT_EQ(models.libraries().size(), EmbeddedModels().size());
  ASSERT_THAT(models.FindCalls("pqxx::transaction_base::exec"), ::testing::SizeIs(1));
  EXPECT_EQ(models.FindCalls("pqxx::transaction_base::exec")[0]->role, Role::kQuery);
  EXPECT_EQ(models.FindCalls("pqxx::transaction_base::exec")[0]->library->dialect, ModelDialect::kPostgres);
  ASSERT_NE(models.FindType("std::basic_string"), nullptr);
  EXPECT_EQ(models.FindType("std::basic_string")->role, TypeRole::kText);
}

TEST(Embedded, EveryRowStandsOnce) {
  const Models models = Models::Embedded();
  std::map<std::string, std::string> calls, types;
  for (const auto& library : models.libraries()) {
    for (const CallRow& row : library->calls) {
      const auto [first, added] = calls.emplace(row.function, row.place.path);
      EXPECT_EQ(first->second, row.place.path) << row.function;
    }
    for (const TypeRow& row : library->types) EXPECT_TRUE(types.emplace(row.type, row.place.path).second) << row.type << " in " << row.place.path;
  }
}

TEST(Embedded, LibrariesWithQueriesShowHowToPassValues) {
  std::set<std::string> names;
  const Models models = Models::Embedded();
  for (const auto& library : models.libraries()) {
    EXPECT_TRUE(names.insert(library->name).second) << library->name;
    EXPECT_FALSE(library->headers.empty()) << library->name;
    bool queries = false;
    for (const CallRow& row : library->calls) queries |= row.role == Role::kQuery || row.role == Role::kPrepare;
    EXPECT_EQ(queries, !library->parameterised.empty()) << library->name;
    EXPECT_EQ(library->parameterised.find('\n'), std::string::npos) << library->name;
  }
}

TEST(Embedded, FilesAreWhatTheFoldersHold) {
  size_t models = 0;
  for (const EmbeddedFile& file : EmbeddedModels()) {
    EXPECT_EQ(file.content, Read(kModels / file.path)) << file.path;
    ++models;
  }
  size_t in_folder = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(kModels)) in_folder += entry.path().extension() == ".toml";
  EXPECT_EQ(models, in_folder);
  EXPECT_GT(models, 20u);

  std::set<std::string> headers;
  for (const EmbeddedFile& file : EmbeddedHeaders()) {
    EXPECT_EQ(file.content, Read(kModels / "include" / file.path)) << file.path;
    EXPECT_TRUE(headers.insert(std::string(file.path)).second) << file.path;
  }
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kModels / "include")) {
    if (!entry.is_regular_file()) continue;
    EXPECT_EQ(headers.count(fs::relative(entry.path(), kModels / "include").generic_string()), 1u) << entry.path();
  }
  EXPECT_GT(headers.size(), 100u);
}

// They are ours: nothing in them is copied.
TEST(Embedded, HeadersAreWhole) {
  for (const EmbeddedFile& file : EmbeddedHeaders()) {
    EXPECT_TRUE(file.content.ends_with("\n")) << file.path;
    EXPECT_TRUE(file.content.find("#pragma once") != file.content.npos || file.content.find("#ifndef") != file.content.npos ||
                file.content.find("#include") != file.content.npos)
        << file.path;
    for (const char* word : {"Copyright", "opyright (c)", "License", "LICENSE"}) EXPECT_EQ(file.content.find(word), file.content.npos) << file.path;
  }
}

// Each library's rows have sources that call them.
TEST(Embedded, EveryLibraryHasFixtures) {
  for (const EmbeddedFile& file : EmbeddedModels()) {
    const fs::path folder = fs::path(BACKLINT_SOURCE_DIR) / "fixtures" / "models" / fs::path(file.path).stem();
    EXPECT_TRUE(fs::is_directory(folder) && !fs::is_empty(folder)) << folder;
  }
}

}  // namespace
}  // namespace backlint
