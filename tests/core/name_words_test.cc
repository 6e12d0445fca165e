#include "core/name_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace backlint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NameWords, AreSplitWhereNamesAreWrittenTogether) {
  EXPECT_THAT(NameWords("user_id"), ElementsAre("user", "id"));
  EXPECT_THAT(NameWords("userId"), ElementsAre("user", "id"));
  EXPECT_THAT(NameWords("UserID"), ElementsAre("user", "id"));
  EXPECT_THAT(NameWords("HTTPServer2Log"), ElementsAre("http", "server2", "log"));
  EXPECT_THAT(NameWords("USER_LOG"), ElementsAre("user", "log"));
  EXPECT_THAT(NameWords("shop::Orders::listAll"), ElementsAre("shop", "orders", "list", "all"));
  EXPECT_THAT(NameWords("__"), IsEmpty());
  EXPECT_THAT(NameWords(""), IsEmpty());
}

TEST(NameWords, AreWholeWords) {
  constexpr std::string_view kLog[] = {"log"};
  EXPECT_TRUE(HasWord("audit_log", kLog));
  EXPECT_FALSE(HasWord("catalog", kLog));
  EXPECT_FALSE(HasWord("blog_posts", kLog));
}

}  // namespace
}  // namespace backlint
