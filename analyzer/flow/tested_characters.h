// Loops that look at every character of a text and go on only while each is one of those that are allowed.
#ifndef BACKLINT_FLOW_TESTED_CHARACTERS_H_
#define BACKLINT_FLOW_TESTED_CHARACTERS_H_

#include <map>

#include "flow/vocabulary.h"

namespace backlint::flow {

struct TestedText {
  uint32_t value = kNone;
  bool quotes_only = false;      // all that is known of some characters is that they are no quotes
};

// By the block that heads such a loop: the text. It is tested where that block leaves the loop, and not on other ways out (`break`). A test
// is a comparison with a character or a call that a model row says compares.
std::map<uint32_t, TestedText> TestedCharacters(const Vocabulary& vocabulary, FunctionId function);

}  // namespace backlint::flow

#endif  // BACKLINT_FLOW_TESTED_CHARACTERS_H_
