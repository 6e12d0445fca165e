#include "extract/shell_words.h"

#include "extract/file_text.h"
#include "extract/path.h"

namespace backlint {
namespace {

constexpr size_t kMaxResponseBytes = 4u << 20;
constexpr size_t kMaxWords = 65536;
constexpr int kMaxResponseDepth = 8;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f'; }

// Inside double quotes a backslash keeps itself unless it protects one of these.
bool Escapable(char c) { return c == '"' || c == '\\' || c == '$' || c == '`' || c == '\n'; }

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<std::string> Run() {
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (IsSpace(c)) {
        Finish();
        continue;
      }
      open_ = true;
      if (c == '\'') {
        SingleQuoted();
      } else if (c == '"') {
        DoubleQuoted();
      } else if (c == '\\' && at_ < text_.size()) {
        const char next = text_[at_++];
        if (next != '\n') word_ += next;
      } else {
        word_ += c;
      }
    }
    Finish();
    return std::move(words_);
  }

 private:
  void Finish() {
    if (open_) words_.push_back(std::move(word_));
    word_.clear();
    open_ = false;
  }

  void SingleQuoted() {
    const size_t end = std::min(text_.find('\'', at_), text_.size());
    word_ += text_.substr(at_, end - at_);
    at_ = std::min(end + 1, text_.size());
  }

  void DoubleQuoted() {
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '\\' && at_ + 1 < text_.size() && Escapable(text_[at_ + 1])) {
        ++at_;
        if (text_[at_] == '\n') {
          ++at_;
          continue;
        }
      }
      word_ += text_[at_++];
    }
    if (at_ < text_.size()) ++at_;
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string word_;
  bool open_ = false;
  std::vector<std::string> words_;
};

class ResponseReader {
 public:
  ResponseReader(const std::string& directory, size_t* left) : directory_(directory), left_(left) {}

  void Add(std::vector<std::string> words, int depth) {
    for (std::string& word : words) {
      if (out_.size() >= kMaxWords) {
        complete_ = false;
        return;
      }
      if (word.size() < 2 || word[0] != '@' || !AddFile(word.substr(1), depth)) out_.push_back(std::move(word));
    }
  }

  std::vector<std::string> out_;
  bool complete_ = true;

 private:
  bool AddFile(const std::string& name, int depth) {
    if (depth >= kMaxResponseDepth || budget_ == 0 || (left_ && *left_ == 0)) {
      complete_ = false;
      return true;
    }
    const auto text = ReadFileText(AbsolutePath(directory_, name), budget_);
    if (!text) return false;
    std::vector<std::string> words = SplitShellWords(*text);
    const size_t cost = text->size() + words.size() * sizeof(std::string);
    if (left_ && *left_ <= cost) {
      *left_ = 0;
      complete_ = false;
      return true;
    }
    if (left_) *left_ -= cost;
    // The budget is shared by all files of one command, so that a file that names itself twice cannot grow without end.
    budget_ -= std::min(budget_, text->size() + 1);
    Add(std::move(words), depth + 1);
    return true;
  }

  const std::string& directory_;
  size_t budget_ = kMaxResponseBytes;
  size_t* const left_;
};

}  // namespace

std::vector<std::string> SplitShellWords(std::string_view text) { return Splitter(text).Run(); }

bool ExpandResponseFiles(const std::string& directory, std::vector<std::string>* words, size_t* left) {
  ResponseReader reader(directory, left);
  reader.Add(std::move(*words), 0);
  *words = std::move(reader.out_);
  return reader.complete_;
}

}  // namespace backlint
