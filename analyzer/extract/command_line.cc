#include "extract/command_line.h"

#include <array>
#include <utility>

#include "extract/compiler_name.h"
#include "extract/flag_table.h"
#include "extract/path.h"
#include "extract/shell_words.h"
#include "extract/standard.h"

namespace backlint {
namespace {

using namespace std::string_view_literals;
using Kind = CommandLine::Kind;

constexpr size_t kMaxArgumentBytes = 1u << 16;
constexpr size_t kMaxArguments = 16384;

#if defined(__x86_64__)
constexpr std::string_view kHostProcessor = "x86_64";
#elif defined(__aarch64__)
constexpr std::string_view kHostProcessor = "aarch64";
#else
constexpr std::string_view kHostProcessor = "unknown";
#endif

// Options whose value is a path, joined or as the next word.
struct PathOption {
  std::string_view name;
  std::string_view written;      // how it goes on
  bool joined;                   // in the output
};
constexpr std::array kPathOptions = {
    PathOption{"-isystem-after", "-isystem", false}, PathOption{"-isystem", "-isystem", false},
    PathOption{"-cxx-isystem", "-isystem", false},   PathOption{"-c-isystem", "-isystem", false},
    PathOption{"-iquote", "-iquote", false},         PathOption{"-idirafter", "-idirafter", false},
    PathOption{"-isysroot", "-isysroot", false},     PathOption{"--sysroot=", "--sysroot=", true},
    PathOption{"--sysroot", "--sysroot=", true},     PathOption{"--include-directory=", "-I", true},
    PathOption{"-I", "-I", true}};

class Filter {
 public:
  Filter(const std::string& directory, CommandLine* out) : directory_(directory), out_(out) {}

  void Run(std::span<const std::string> words) {
    for (at_ = 0, words_ = words; at_ < words_.size(); ++at_) {
      const std::string_view word = words_[at_];
      if (word == "--") break;
      // What is no option is a source, an object or the value of an option that is dropped.
      if (word.size() < 2 || word[0] != '-' || word.find('\0') != std::string_view::npos || word.size() > kMaxArgumentBytes) continue;
      if (out_->arguments.size() >= kMaxArguments) break;
      One(word);
    }
  }

  // `-Xclang` words form a command line of their own. Only what CMake writes there for precompiled headers is of use: the plain header.
  void FinishFrontEndWords() {
    for (size_t i = 0; i + 1 < front_end_words_.size(); ++i)
      if (front_end_words_[i] == "-include") Include("-include", front_end_words_[++i]);
  }

  void ProcessorFlags() {
    const std::string_view processor = target.empty() ? kHostProcessor : std::string_view(target).substr(0, target.find('-'));
    for (const std::string& flag : processor_)
      if (IsProcessorFlag(flag, processor)) out_->arguments.push_back(flag);
  }

  std::string language, standard, target;
  bool at_least_20 = false;
  bool msvc = false;

 private:
  // The value of `name`, joined or next; moves on when it is the next word.
  bool Value(std::string_view word, std::string_view name, std::string* value) {
    if (word.size() > name.size()) {
      *value = word.substr(name.size());
      return true;
    }
    if (at_ + 1 >= words_.size()) return false;
    *value = words_[++at_];
    return !value->empty() && value->find('\0') == std::string::npos && value->size() <= kMaxArgumentBytes;
  }

  void One(std::string_view word) {
    std::string value;
    if (word == "-Xclang") {
      if (++at_ < words_.size()) front_end_words_.push_back(words_[at_]);
    } else if (word.starts_with("-Wp,")) {
      PreprocessorWords(word.substr(4));
    } else if (DropsNextWord(word)) {
      ++at_;
    } else if (word == "-I-" || word == "-fcoroutines" || word == "-fconcepts" || word == "-fcoroutines-ts" || word == "-fconcepts-ts") {
      at_least_20 = at_least_20 || word != "-I-";
    } else if (word.starts_with("-std=") || word.starts_with("--std=")) {
      standard = word.substr(word.find('=') + 1);
    } else if (word == "-ansi") {
      standard = "ansi";
    } else if (word.starts_with("--target=")) {
      target = word.substr(9);
    } else if (word == "-target" || word == "--target") {
      if (Value(word, word, &value)) target = value;
    } else if (word.starts_with("-x")) {
      if (Value(word, "-x", &value)) language = value == "none" ? "" : value;
    } else if (word == "-nologo" || word == "-TP" || word == "-TC" || word.starts_with("-Fo") || word == "-EHsc") {
      msvc = true;
    } else if (IsPlainFlag(word) || IsBoundedFlag(word)) {
      out_->arguments.emplace_back(word);
    } else if (word.starts_with("-m")) {
      processor_.emplace_back(word);
    } else if (word.starts_with("-D") || word.starts_with("-U")) {
      Macro(word);
    } else {
      Path(word);
    }
  }

  void Macro(std::string_view word) {
    std::string value;
    if (!Value(word, word.substr(0, 2), &value)) return;
    // Steers the C library's code generation, and is only a warning without it.
    if (value.starts_with("_FORTIFY_SOURCE")) return;
    out_->arguments.push_back(std::string(word.substr(0, 2)) + value);
  }

  void Path(std::string_view word) {
    std::string value;
    if (word == "-include" || word == "-imacros") {
      if (Value(word, word, &value)) Include(word, value);
      return;
    }
    if (word.starts_with("--include=")) return Include("-include", std::string(word.substr(10)));
    for (const PathOption& option : kPathOptions) {
      if (!word.starts_with(option.name)) continue;
      if (!Value(word, option.name, &value)) return;
      // `=` stands for the sysroot.
      const std::string path = value.starts_with('=') ? value : AbsolutePath(directory_, value);
      if (option.joined) {
        out_->arguments.push_back(std::string(option.written) + path);
      } else {
        out_->arguments.emplace_back(option.written);
        out_->arguments.push_back(path);
      }
      return;
    }
  }

  // One that is not there would be a fatal error in front of the whole unit.
  void Include(std::string_view option, const std::string& name) {
    std::string path = AbsolutePath(directory_, name);
    if (!IsRegularFile(path)) {
      path.clear();
      CompileCommand so_far;
      so_far.arguments = out_->arguments;
      for (const std::string& folder : SearchFolders(so_far)) {
        if (!IsRegularFile(folder + "/" + name)) continue;
        path = folder + "/" + name;
        break;
      }
    }
    if (path.empty()) {
      out_->missing_includes.push_back(name);
      return;
    }
    out_->arguments.emplace_back(option);
    out_->arguments.push_back(path);
  }

  void PreprocessorWords(std::string_view list) {
    std::vector<std::string> words;
    for (size_t at = 0; at <= list.size() && words.size() < 64;) {
      const size_t end = std::min(list.find(',', at), list.size());
      // Dependency files come here as `-MD,file`.
      if (list.substr(at, 2) == "-D" || list.substr(at, 2) == "-U" || list.substr(at, 2) == "-I") words.emplace_back(list.substr(at, end - at));
      at = end + 1;
    }
    for (const std::string& word : words)
      if (word.size() > 2) word[1] == 'I' ? Path(word) : Macro(word);
  }

  const std::string& directory_;
  CommandLine* out_;
  std::span<const std::string> words_;
  size_t at_ = 0;
  std::vector<std::string> front_end_words_;
  std::vector<std::string> processor_;
};

bool IsTargetName(std::string_view target) {
  // A compiler's prefix is checked against the processors that the front end knows; so is the option's value.
  const auto name = ParseCompilerName(std::string(target) + "-cc");
  return name && name->target == target;
}

// Kind::Usable, and the language in `language`, or why not.
Kind Classify(std::string_view source, const CompilerName& compiler, std::string* language) {
  if (language->ends_with("-header") || language->ends_with("-header-unit")) return Kind::Header;
  if (!language->empty()) return *language == "c" || *language == "c++" ? Kind::Usable : Kind::OtherLanguage;
  const std::string_view extension = Extension(source);
  if (extension == "h" || extension == "hh" || extension == "hpp" || extension == "hxx" || extension == "H") return Kind::Header;
  *language = LanguageOf(source);
  if (*language == "c" && compiler.cxx) *language = "c++";
  return language->empty() ? Kind::OtherLanguage : Kind::Usable;
}

}  // namespace

CommandLine FitCommandLine(std::vector<std::string> words, const std::string& directory, std::string_view source, size_t* response_bytes) {
  CommandLine result;
  if (!ExpandResponseFiles(directory, &words, response_bytes) && response_bytes && *response_bytes == 0) {
    result.kind = Kind::TooLong;
    return result;
  }
  const size_t at = FindCompiler(words);
  if (at >= words.size()) return result;
  const CompilerName compiler = ParseCompilerName(words[at]).value_or(CompilerName{});
  CommandLine filtered;
  Filter filter(directory, &filtered);
  filter.Run(std::span(words).subspan(at + 1));
  filter.FinishFrontEndWords();
  if (filter.target.empty()) filter.target = compiler.target;
  if (!IsTargetName(filter.target)) filter.target.clear();
  filter.ProcessorFlags();

  if (compiler.family == CompilerName::Family::Msvc || filter.msvc) {
    result.kind = Kind::Msvc;
    return result;
  }
  result.kind = Classify(source, compiler, &filter.language);
  if (result.kind != Kind::Usable) return result;
  result.arguments = {"-x", filter.language};
  if (!filter.target.empty()) result.arguments.push_back("--target=" + filter.target);
  result.arguments.push_back("-std=" + FitStandard(filter.standard, filter.language, compiler, filter.at_least_20));
  for (std::string& argument : filtered.arguments) result.arguments.push_back(std::move(argument));
  result.missing_includes = std::move(filtered.missing_includes);
  return result;
}

std::string_view LanguageOf(std::string_view source) {
  const std::string_view extension = Extension(source);
  if (extension == "c") return "c";
  for (std::string_view cxx : {"cc", "cpp", "cxx", "c++", "C", "cp", "CPP", "cppm", "ixx", "ccm", "cxxm"})
    if (extension == cxx) return "c++";
  return "";
}

std::vector<std::string> SearchFolders(const CompileCommand& command) {
  std::vector<std::string> folders;
  const auto& arguments = command.arguments;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument.starts_with("-I")) {
      folders.emplace_back(argument.substr(2));
    } else if ((argument == "-isystem" || argument == "-iquote" || argument == "-idirafter") && i + 1 < arguments.size()) {
      folders.push_back(arguments[++i]);
    } else if (argument == "-include" || argument == "-imacros" || argument == "-x") {
      ++i;
    }
  }
  return folders;
}

}  // namespace backlint
