#include "paths/place.h"

#include <gtest/gtest.h>

namespace backlint::paths {
namespace {

TEST(Place, FieldsLookThroughPointers) {
  PlaceTable table;
  const PlaceId pointer = table.Of(Root::kLocal, 0);
  const PlaceId pointee = table.Step(pointer, kDereference);
  EXPECT_NE(pointer, pointee);
  EXPECT_EQ(table.Step(pointee, 7), table.Step(pointer, 7));
}

TEST(Place, PathsNameTheSamePlaceAgain) {
  PlaceTable table;
  const PlaceId place = table.Step(table.Step(table.Of(Root::kThis, 0), 3), 5);
  EXPECT_EQ(table.Of(table.PathOf(place)), place);
  EXPECT_EQ(table.RootOf(place), Root::kThis);
}

TEST(Place, WithinIsItselfAndBelow) {
  PlaceTable table;
  const PlaceId top = table.Of(Root::kGlobal, 1), field = table.Step(top, 2);
  EXPECT_TRUE(table.Within(field, top));
  EXPECT_TRUE(table.Within(top, top));
  EXPECT_FALSE(table.Within(top, field));
  EXPECT_FALSE(table.Within(field, table.Of(Root::kGlobal, 3)));
}

}  // namespace
}  // namespace backlint::paths
