// "did you mean": the name that a mistyped one was meant to be.
#ifndef BACKLINT_CLI_NEAREST_H_
#define BACKLINT_CLI_NEAREST_H_

#include <span>
#include <string>
#include <string_view>

namespace backlint::cli {

// Empty when nothing is near: more than a third of the letters would have to change.
std::string_view Nearest(std::string_view name, std::span<const std::string_view> known);

// "; did you mean `x`?" or nothing.
std::string DidYouMean(std::string_view name, std::span<const std::string_view> known);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_NEAREST_H_
