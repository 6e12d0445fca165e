#include "extract/extractor.h"

#include <clang-c/Index.h>

#include <cstdlib>
#include <filesystem>

#include "extract/command_line.h"
#include "extract/content_file.h"
#include "extract/diagnostic_list.h"
#include "extract/failed_facts.h"
#include "extract/function_walker.h"
#include "extract/missing_names.h"
#include "extract/suppression_scan.h"
#include "extract/unit_walker.h"

namespace backlint {
namespace {

// Deep nesting recurses in the front end and here: about ten kilobytes a level of parentheses. Touched only when needed.
constexpr unsigned kStackBytes = 256u << 20;
constexpr char kBracketDepth[] = "-fbracket-depth=16000";

std::string ResourceDirectory() {
#ifdef BACKLINT_RESOURCE_DIR
  if (std::filesystem::exists(std::filesystem::path(BACKLINT_RESOURCE_DIR) / "include/stddef.h")) return BACKLINT_RESOURCE_DIR;
#endif
  return "";                                             // the library looks next to itself
}

bool IsCpp(const CompileCommand& command) {
  std::string language = command.source.ends_with(".c") ? "c" : "c++";
  for (size_t i = 0; i + 1 < command.arguments.size(); ++i)
    if (command.arguments[i] == "-x") language = command.arguments[i + 1];
  return language.starts_with("c++") || language.starts_with("objective-c++");
}

const char* Explain(CXErrorCode code) {
  switch (code) {
    case CXError_Crashed: return "the front end crashed";
    case CXError_InvalidArguments: return "the front end does not accept the arguments";
    case CXError_ASTReadError: return "the front end cannot read a precompiled file";
    default: return "the front end cannot read the unit";
  }
}

}  // namespace

struct Extractor::Impl {
  explicit Impl(ExtractOptions extract_options) : options(std::move(extract_options)), index(clang_createIndex(1, 0)) {
    resource_directory = ResourceDirectory();
    contents = ReadContents(options.contents);
  }
  ~Impl() { clang_disposeIndex(index); }

  std::vector<std::string> Arguments(const CompileCommand& command, bool with_made_up) const;
  void Run(const CompileCommand& command, facts::UnitFactsT& facts);
  CXTranslationUnit Parse(const CompileCommand& command, const std::string& made_up, CXErrorCode* code) const;
  CXTranslationUnit Repair(const CompileCommand& command, CXTranslationUnit unit) const;
  void Fill(CXTranslationUnit translation_unit, const CompileCommand& command, const std::vector<FrontEndError>& errors,
            facts::UnitFactsT& facts);
  std::string RelativePath(const std::string& path) const;

  ExtractOptions options;
  CXIndex index;
  std::string resource_directory;
  Contents contents;
};

std::string Extractor::Impl::RelativePath(const std::string& path) const {
  const std::string normal = std::filesystem::path(path).lexically_normal().string();
  std::string root = options.root;
  if (!root.empty() && root.back() != '/') root += '/';
  return normal.starts_with(root) ? normal.substr(root.size()) : normal;
}

std::vector<std::string> Extractor::Impl::Arguments(const CompileCommand& command, bool with_made_up) const {
  std::vector<std::string> arguments = {"clang"};
  if (with_made_up) {
    arguments.push_back("-include");
    arguments.push_back(MissingNames::kPath);
  }
  arguments.insert(arguments.end(), command.arguments.begin(), command.arguments.end());
  if (!command.directory.empty()) arguments.push_back("-working-directory=" + command.directory);
  if (!resource_directory.empty()) {
    arguments.push_back("-resource-dir");
    arguments.push_back(resource_directory);
  }
  if (!options.stand_in_headers.empty()) {
    arguments.push_back("-idirafter");
    arguments.push_back(options.stand_in_headers);
  }
  // Go on after every error, guess no other names, and take for warnings what other compilers accept.
  for (const char* flag : {"-ferror-limit=0", kBracketDepth, "-fno-spell-checking", "-w", "-Wno-error", "-Wno-error=implicit-function-declaration",
                           "-Wno-error=implicit-int", "-Wno-error=int-conversion", "-Wno-error=incompatible-function-pointer-types",
                           "-Wno-c++11-narrowing", "-Wno-reserved-user-defined-literal"})
    arguments.push_back(flag);
  return arguments;
}

void Extractor::Impl::Run(const CompileCommand& command, facts::UnitFactsT& facts) {
  if (!options.contents.empty() && contents.empty()) {
    facts = FailedUnit(command, options.root, "the other contents of changed files cannot be read");
    return;
  }
  std::error_code error;
  if (!contents.contains(command.source) && !std::filesystem::is_regular_file(command.source, error)) {
    facts = FailedUnit(command, options.root, "the source file does not exist");
    return;
  }
  CXErrorCode code = CXError_Failure;
  CXTranslationUnit unit = Parse(command, "", &code);
  if (!unit) {
    facts = FailedUnit(command, options.root, Explain(code));
    return;
  }
  // What the user sees are the errors of the source as it is; the facts may come from a repaired one.
  const std::vector<FrontEndError> errors = CollectErrors(unit);
  if (!errors.empty()) unit = Repair(command, unit);
  Fill(unit, command, errors, facts);
  clang_disposeTranslationUnit(unit);
}

CXTranslationUnit Extractor::Impl::Parse(const CompileCommand& command, const std::string& made_up, CXErrorCode* code) const {
  const std::vector<std::string> arguments = Arguments(command, !made_up.empty());
  std::vector<const char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
  std::vector<CXUnsavedFile> unsaved;
  const Contents spelled = OtherSpellings(contents, contents.empty() ? std::vector<std::string>() : SearchFolders(command));
  for (const Contents* some : {&contents, &spelled})
    for (const auto& [path, text] : *some) unsaved.push_back({path.c_str(), text.data(), text.size()});
  if (!made_up.empty()) unsaved.push_back({MissingNames::kPath, made_up.data(), made_up.size()});
  CXTranslationUnit unit = nullptr;
  *code = clang_parseTranslationUnit2FullArgv(index, command.source.c_str(), pointers.data(), static_cast<int>(pointers.size()), unsaved.data(),
                                              static_cast<unsigned>(unsaved.size()), CXTranslationUnit_KeepGoing, &unit);
  if (*code == CXError_Success && unit) return unit;
  if (unit) clang_disposeTranslationUnit(unit);
  return nullptr;
}

// Takes the unit; the result is the same unit or one that was parsed with declarations for missing names.
CXTranslationUnit Extractor::Impl::Repair(const CompileCommand& command, CXTranslationUnit unit) const {
  constexpr int kMaxRounds = 3;
  MissingNames names(IsCpp(command));
  for (int round = 1; round <= kMaxRounds; ++round) {
    if (!names.Learn(unit, round)) {
      if (round == 1) continue;            // no types are missing: values are asked for at once
      break;
    }
    if (round > 2 && !names.LearnedMuch()) break;
    CXErrorCode code = CXError_Failure;
    CXTranslationUnit repaired = Parse(command, names.Header(), &code);
    if (!repaired) break;
    clang_disposeTranslationUnit(unit);
    unit = repaired;
  }
  return unit;
}

void Extractor::Impl::Fill(CXTranslationUnit translation_unit, const CompileCommand& command, const std::vector<FrontEndError>& errors,
                           facts::UnitFactsT& facts) {
  Unit unit(translation_unit, options, command.directory);
  facts.version = kFactsVersion;
  facts.source = RelativePath(command.source);
  unit.tables.files.Add(clang_getFile(translation_unit, command.source.c_str()));
  unit.tables.files.AddInclusions();
  WalkUnit(unit, translation_unit);
  ListErrors(errors, translation_unit, unit.tables.files, facts);
  facts.functions = std::move(unit.functions);
  MarkIncomplete(facts);
  for (uint32_t file = 0; file < unit.tables.files.size(); ++file)
    if (unit.tables.files.FileInProject(file)) ScanSuppressions(unit.tables.files.TextOf(file), file, SuppressionSyntax::Cpp, facts.suppressions);
  facts.classes = unit.tables.classes.TakeClasses();
  facts.overrides = unit.tables.classes.TakeOverrides();
  facts.symbols = unit.tables.symbols.Take();
  facts.types = unit.tables.types.TakeRows();
  facts.type_lists = unit.tables.types.TakeLists();
  facts.files = unit.tables.files.Take();
  facts.strings = unit.tables.strings.Take();
}

Extractor::Extractor(ExtractOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {
  // The front end would parse in a thread of its own with a small stack; this makes it stay in ours.
  setenv("LIBCLANG_NOTHREADS", "1", 1);
}
Extractor::~Extractor() = default;

facts::UnitFactsT Extractor::Extract(const CompileCommand& command) {
  struct Job {
    Impl* impl;
    const CompileCommand* command;
    facts::UnitFactsT facts;
  } job{impl_.get(), &command, {}};
  clang_executeOnThread([](void* data) { static_cast<Job*>(data)->impl->Run(*static_cast<Job*>(data)->command, static_cast<Job*>(data)->facts); },
                        &job, kStackBytes);
  return std::move(job.facts);
}

std::string FrontEndVersion() {
  const CXString text = clang_getClangVersion();
  const std::string version = clang_getCString(text);
  clang_disposeString(text);
  // `Debian clang version 19.1.7 (3)`
  const size_t at = version.find("version ");
  const size_t begin = at == std::string::npos ? 0 : at + 8;
  return "libclang " + version.substr(begin, version.find(' ', begin) - begin);
}

}  // namespace backlint
