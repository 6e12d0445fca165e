#include <gtest/gtest.h>

#include "core/digest.h"
#include "extract/content_file.h"
#include "extract/extractor.h"
#include "temp_tree.h"

namespace backlint {
namespace {

TEST(Contents, TravelAsTheyAre) {
  const Contents contents = {{"/a/\xff.cc", std::string("\0\xfe\n", 3)}, {"/b.h", ""}};
  const ContentFile file(contents);
  EXPECT_EQ(ReadContents(file.path()), contents);
  EXPECT_EQ(ContentFile({}).path(), "");
  EXPECT_TRUE(ReadContents("").empty());
  EXPECT_TRUE(ReadContents("/dev/null").empty());
}

facts::UnitFactsT Extract(const TempTree& tree, const std::string& source, const std::string& contents) {
  ExtractOptions options;
  options.root = tree.path();
  options.contents = contents;
  return Extractor(options).Extract({tree / source, tree.path(), {"-std=c++20"}});
}

TEST(Contents, TakeThePlaceOfFilesAndOfFilesThatAreGone) {
  const TempTree tree;
  tree.Write("src/a.cc", "#include \"a.h\"\nint a = kDisk;\n");
  tree.Write("src/a.h", "constexpr int kDisk = 1;\n");
  const std::string source = "#include \"a.h\"\n#include \"../src/gone.h\"\nint a = kHere;\n";
  const std::string header = "constexpr int kHere = 2;\n";
  const ContentFile file({{tree / "src/a.cc", source}, {tree / "src/a.h", header}, {tree / "src/gone.h", "\n"}, {tree / "src/b.cc", "int b;\n"}});
  const facts::UnitFactsT facts = Extract(tree, "src/a.cc", file.path());
  EXPECT_TRUE(facts.diagnostics.empty());
  ASSERT_EQ(facts.files.size(), 3u);
  EXPECT_EQ(facts.files[1]->path, "src/a.h");
  EXPECT_EQ(facts.files[1]->digest, Digest(header));
  EXPECT_EQ(Extract(tree, "src/b.cc", file.path()).state, facts::UnitState::Clean);
}

TEST(Contents, ThatCannotBeReadFailTheUnit) {
  const TempTree tree;
  tree.Write("a.cc", "int a;\n");
  EXPECT_EQ(Extract(tree, "a.cc", "/proc/self/fd/999").state, facts::UnitState::Failed) << "what lies on disk is no answer";
}

}  // namespace
}  // namespace backlint
