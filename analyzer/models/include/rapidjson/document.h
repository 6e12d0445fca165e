// Stand-in: RapidJSON.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <istream>
#include <ostream>
#include <string>

namespace rapidjson {
using SizeType = unsigned;
enum Type { kNullType, kFalseType, kTrueType, kObjectType, kArrayType, kStringType, kNumberType };
enum ParseErrorCode { kParseErrorNone };
template <typename Char = char> struct UTF8 { using Ch = Char; };
class CrtAllocator {};
template <typename Base = CrtAllocator> class MemoryPoolAllocator {};
template <typename Char>
struct GenericStringRef {
  GenericStringRef(const Char* text);
  GenericStringRef(const Char* text, SizeType size);
};
inline GenericStringRef<char> StringRef(const char* text) { return text; }
inline GenericStringRef<char> StringRef(const std::string& text) { return text.c_str(); }

template <typename Encoding, typename Allocator = MemoryPoolAllocator<CrtAllocator>>
class GenericValue {
 public:
  struct Member;
  using Ch = char;
  using MemberIterator = Member*;
  using ConstMemberIterator = const Member*;
  using ValueIterator = GenericValue*;
  using ConstValueIterator = const GenericValue*;
  struct Array {
    GenericValue* begin() const;
    GenericValue* end() const;
    SizeType Size() const;
    GenericValue& operator[](SizeType at) const;
    bool Empty() const;
  };
  struct Object {
    Member* begin() const;
    Member* end() const;
    SizeType MemberCount() const;
  };
  GenericValue();
  explicit GenericValue(Type type);
  template <typename T, typename... More>
  explicit GenericValue(const T& value, More&... more) {}
  template <typename T>
  GenericValue& operator=(const T& value) { return *this; }
  GenericValue& operator[](const char* name);
  const GenericValue& operator[](const char* name) const;
  GenericValue& operator[](SizeType at);
  const GenericValue& operator[](SizeType at) const;
  const char* GetString() const;
  SizeType GetStringLength() const;
  int GetInt() const;
  unsigned GetUint() const;
  int64_t GetInt64() const;
  uint64_t GetUint64() const;
  double GetDouble() const;
  float GetFloat() const;
  bool GetBool() const;
  Type GetType() const;
  Array GetArray();
  const Array GetArray() const;
  Object GetObject();
  const Object GetObject() const;
  bool IsNull() const;
  bool IsString() const;
  bool IsInt() const;
  bool IsUint() const;
  bool IsInt64() const;
  bool IsUint64() const;
  bool IsNumber() const;
  bool IsDouble() const;
  bool IsBool() const;
  bool IsArray() const;
  bool IsObject() const;
  bool HasMember(const char* name) const;
  bool HasMember(const std::string& name) const;
  ConstMemberIterator FindMember(const char* name) const;
  MemberIterator FindMember(const char* name);
  ConstMemberIterator MemberBegin() const;
  ConstMemberIterator MemberEnd() const;
  MemberIterator MemberBegin();
  MemberIterator MemberEnd();
  ConstValueIterator Begin() const;
  ConstValueIterator End() const;
  ValueIterator Begin();
  ValueIterator End();
  SizeType Size() const;
  SizeType MemberCount() const;
  bool Empty() const;
  GenericValue& SetObject();
  GenericValue& SetArray();
  GenericValue& SetNull();
  GenericValue& SetInt(int value);
  template <typename... More>
  GenericValue& SetString(const char* text, More&&... more) { return *this; }
  template <typename... More>
  GenericValue& AddMember(More&&... more) { return *this; }
  template <typename V, typename A>
  GenericValue& PushBack(V&& value, A& allocator) { return *this; }
  bool RemoveMember(const char* name);
  template <typename Handler>
  bool Accept(Handler& handler) const { return true; }
};
template <typename Encoding, typename Allocator>
struct GenericValue<Encoding, Allocator>::Member {
  GenericValue name, value;
};
template <typename Encoding, typename Allocator = MemoryPoolAllocator<CrtAllocator>, typename Stack = CrtAllocator>
class GenericDocument : public GenericValue<Encoding, Allocator> {
 public:
  using AllocatorType = Allocator;
  GenericDocument();
  explicit GenericDocument(Type type);
  explicit GenericDocument(Allocator* allocator);
  GenericDocument& Parse(const char* text);
  GenericDocument& Parse(const char* text, std::size_t size);
  GenericDocument& Parse(const std::string& text);
  template <unsigned Flags>
  GenericDocument& Parse(const char* text) { return *this; }
  GenericDocument& ParseInsitu(char* text);
  template <typename In>
  GenericDocument& ParseStream(In& in) { return *this; }
  bool HasParseError() const;
  ParseErrorCode GetParseError() const;
  std::size_t GetErrorOffset() const;
  Allocator& GetAllocator();
};
using Value = GenericValue<UTF8<>>;
using Document = GenericDocument<UTF8<>>;

template <typename Encoding>
class GenericStringBuffer {
 public:
  const char* GetString() const;
  std::size_t GetSize() const;
  void Clear();
};
using StringBuffer = GenericStringBuffer<UTF8<>>;
template <typename Out>
class Writer {
 public:
  explicit Writer(Out& out);
  bool StartObject();
  bool EndObject(SizeType count = 0);
  bool StartArray();
  bool EndArray(SizeType count = 0);
  bool Key(const char* text);
  bool String(const char* text);
  bool String(const char* text, SizeType size);
  bool String(const std::string& text);
  bool Int(int value);
  bool Int64(int64_t value);
  bool Uint(unsigned value);
  bool Double(double value);
  bool Bool(bool value);
  bool Null();
};
template <typename Out> class PrettyWriter : public Writer<Out> { public: using Writer<Out>::Writer; };
template <typename In> class BasicIStreamWrapper { public: explicit BasicIStreamWrapper(In& in); };
using IStreamWrapper = BasicIStreamWrapper<std::istream>;
template <typename Out> class BasicOStreamWrapper { public: explicit BasicOStreamWrapper(Out& out); };
using OStreamWrapper = BasicOStreamWrapper<std::ostream>;
class FileReadStream { public: FileReadStream(std::FILE* file, char* buffer, std::size_t size); };
const char* GetParseError_En(ParseErrorCode code);
}  // namespace rapidjson
