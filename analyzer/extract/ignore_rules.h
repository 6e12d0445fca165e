// What git would ignore, by .gitignore files alone: nothing is asked of git.
#ifndef BACKLINT_EXTRACT_IGNORE_RULES_H_
#define BACKLINT_EXTRACT_IGNORE_RULES_H_

#include <string>
#include <string_view>
#include <vector>

namespace backlint {

// Does the pattern match the whole text? `*` and `?` stop at `/`, `**` does not; `[...]` as in a shell. Takes time in proportion to the
// product of both lengths, whatever the pattern.
bool MatchesGlob(std::string_view pattern, std::string_view text);

class IgnoreRules {
 public:
  // Rules of the .gitignore of `folder` (relative to the root, "" for the root itself). Later ones outrank earlier ones.
  void Add(std::string_view folder, std::string_view text);

  // For a path relative to the root. Says nothing about folders above it: who walks a tree asks for those first.
  bool Ignores(std::string_view path, bool is_folder) const;

 private:
  struct Rule {
    std::string folder, pattern;
    bool negated, only_folders, anywhere;
  };
  std::vector<Rule> rules_;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_IGNORE_RULES_H_
