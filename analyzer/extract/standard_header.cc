#include "extract/standard_header.h"

#include <algorithm>
#include <iterator>

namespace backlint {
namespace {

struct Row {
  std::string_view name, header;
};

// In the order of names.
constexpr Row kRows[] = {
    {"abort", "cstdlib"}, {"abs", "cmath"}, {"accumulate", "numeric"}, {"advance", "iterator"}, {"all_of", "algorithm"},
    {"allocator", "memory"}, {"any", "any"}, {"any_cast", "any"}, {"any_of", "algorithm"}, {"array", "array"},
    {"async", "future"}, {"atomic", "atomic"}, {"atomic_bool", "atomic"}, {"atomic_int", "atomic"},
    {"back_inserter", "iterator"}, {"basic_string", "string"}, {"bind", "functional"}, {"bitset", "bitset"},
    {"call_once", "mutex"}, {"ceil", "cmath"}, {"cerr", "iostream"}, {"chrono", "chrono"}, {"cin", "iostream"},
    {"clamp", "algorithm"}, {"clog", "iostream"}, {"cmatch", "regex"}, {"condition_variable", "condition_variable"},
    {"condition_variable_any", "condition_variable"}, {"conditional_t", "type_traits"}, {"copy", "algorithm"},
    {"coroutine_handle", "coroutine"}, {"count", "algorithm"}, {"count_if", "algorithm"}, {"cout", "iostream"},
    {"cref", "functional"}, {"current_exception", "exception"}, {"dec", "ios"}, {"decay_t", "type_traits"},
    {"deque", "deque"}, {"distance", "iterator"}, {"domain_error", "stdexcept"}, {"dynamic_pointer_cast", "memory"},
    {"enable_if", "type_traits"}, {"enable_if_t", "type_traits"}, {"enable_shared_from_this", "memory"}, {"endl", "iostream"},
    {"equal", "algorithm"}, {"errc", "system_error"}, {"error_category", "system_error"}, {"error_code", "system_error"},
    {"exception", "exception"}, {"exception_ptr", "exception"}, {"exchange", "utility"}, {"exit", "cstdlib"},
    {"filesystem", "filesystem"}, {"fill", "algorithm"}, {"find", "algorithm"}, {"find_if", "algorithm"}, {"floor", "cmath"},
    {"flush", "ostream"}, {"for_each", "algorithm"}, {"format", "format"}, {"forward", "utility"},
    {"forward_list", "forward_list"}, {"from_chars", "charconv"}, {"fstream", "fstream"}, {"function", "functional"},
    {"future", "future"}, {"get", "tuple"}, {"get_if", "variant"}, {"get_time", "iomanip"}, {"getenv", "cstdlib"},
    {"getline", "string"}, {"gmtime", "ctime"}, {"greater", "functional"}, {"hash", "functional"}, {"hex", "ios"},
    {"holds_alternative", "variant"}, {"ifstream", "fstream"}, {"initializer_list", "initializer_list"},
    {"inserter", "iterator"}, {"int16_t", "cstdint"}, {"int32_t", "cstdint"}, {"int64_t", "cstdint"}, {"int8_t", "cstdint"},
    {"invalid_argument", "stdexcept"}, {"ios", "ios"}, {"ios_base", "ios"}, {"iota", "numeric"}, {"is_same", "type_traits"},
    {"is_same_v", "type_traits"}, {"istream", "istream"}, {"istreambuf_iterator", "iterator"}, {"istringstream", "sstream"},
    {"jthread", "thread"}, {"launch", "future"}, {"length_error", "stdexcept"}, {"less", "functional"}, {"list", "list"},
    {"localtime", "ctime"}, {"lock_guard", "mutex"}, {"logic_error", "stdexcept"}, {"lower_bound", "algorithm"},
    {"make_move_iterator", "iterator"}, {"make_optional", "optional"}, {"make_pair", "utility"}, {"make_shared", "memory"},
    {"make_tuple", "tuple"}, {"make_unique", "memory"}, {"map", "map"}, {"max", "algorithm"}, {"max_element", "algorithm"},
    {"mem_fn", "functional"}, {"memcmp", "cstring"}, {"memcpy", "cstring"}, {"memset", "cstring"}, {"min", "algorithm"},
    {"min_element", "algorithm"}, {"monostate", "variant"}, {"move", "utility"}, {"mt19937", "random"}, {"multimap", "map"},
    {"multiset", "set"}, {"mutex", "mutex"}, {"none_of", "algorithm"}, {"nullopt", "optional"}, {"nullopt_t", "optional"},
    {"numeric_limits", "limits"}, {"ofstream", "fstream"}, {"once_flag", "mutex"}, {"optional", "optional"},
    {"ostream", "ostream"}, {"ostringstream", "sstream"}, {"out_of_range", "stdexcept"}, {"packaged_task", "future"},
    {"pair", "utility"}, {"placeholders", "functional"}, {"pmr", "memory_resource"}, {"pow", "cmath"},
    {"priority_queue", "queue"}, {"promise", "future"}, {"put_time", "iomanip"}, {"queue", "queue"}, {"quoted", "iomanip"},
    {"random_device", "random"}, {"ranges", "ranges"}, {"recursive_mutex", "mutex"}, {"ref", "functional"},
    {"regex", "regex"}, {"regex_match", "regex"}, {"regex_replace", "regex"}, {"regex_search", "regex"},
    {"remove_if", "algorithm"}, {"remove_reference_t", "type_traits"}, {"rethrow_exception", "exception"},
    {"reverse", "algorithm"}, {"round", "cmath"}, {"runtime_error", "stdexcept"}, {"scoped_lock", "mutex"}, {"set", "set"},
    {"setfill", "iomanip"}, {"setprecision", "iomanip"}, {"setw", "iomanip"}, {"shared_future", "future"},
    {"shared_lock", "shared_mutex"}, {"shared_mutex", "shared_mutex"}, {"shared_ptr", "memory"},
    {"shared_timed_mutex", "shared_mutex"}, {"smatch", "regex"}, {"sort", "algorithm"},
    {"source_location", "source_location"}, {"span", "span"}, {"sqrt", "cmath"}, {"stable_sort", "algorithm"},
    {"stack", "stack"}, {"static_pointer_cast", "memory"}, {"stod", "string"}, {"stof", "string"}, {"stoi", "string"},
    {"stol", "string"}, {"stoll", "string"}, {"stoul", "string"}, {"stoull", "string"}, {"strcmp", "cstring"},
    {"strerror", "cstring"}, {"strftime", "ctime"}, {"string", "string"}, {"string_view", "string_view"},
    {"stringstream", "sstream"}, {"strlen", "cstring"}, {"strncpy", "cstring"}, {"strtol", "cstdlib"},
    {"suspend_always", "coroutine"}, {"suspend_never", "coroutine"}, {"swap", "utility"}, {"system", "cstdlib"},
    {"system_error", "system_error"}, {"terminate", "exception"}, {"this_thread", "thread"}, {"thread", "thread"},
    {"tie", "tuple"}, {"time", "ctime"}, {"time_t", "ctime"}, {"timed_mutex", "mutex"}, {"tm", "ctime"},
    {"to_chars", "charconv"}, {"to_string", "string"}, {"transform", "algorithm"}, {"tuple", "tuple"},
    {"type_index", "typeindex"}, {"u16string", "string"}, {"uint16_t", "cstdint"}, {"uint32_t", "cstdint"},
    {"uint64_t", "cstdint"}, {"uint8_t", "cstdint"}, {"uniform_int_distribution", "random"},
    {"uniform_real_distribution", "random"}, {"unique", "algorithm"}, {"unique_lock", "mutex"}, {"unique_ptr", "memory"},
    {"unordered_map", "unordered_map"}, {"unordered_multimap", "unordered_map"}, {"unordered_multiset", "unordered_set"},
    {"unordered_set", "unordered_set"}, {"upper_bound", "algorithm"}, {"variant", "variant"}, {"vector", "vector"},
    {"vformat", "format"}, {"views", "ranges"}, {"visit", "variant"}, {"weak_ptr", "memory"}, {"wstring", "string"},
};
static_assert(std::is_sorted(std::begin(kRows), std::end(kRows), [](const Row& a, const Row& b) { return a.name < b.name; }));

}  // namespace

std::string StandardHeader(std::string_view name) {
  const Row* row = std::lower_bound(std::begin(kRows), std::end(kRows), name, [](const Row& a, std::string_view b) { return a.name < b; });
  return row != std::end(kRows) && row->name == name ? std::string(row->header) : "";
}

}  // namespace backlint
