// Stand-in: JsonCpp.
#pragma once
#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace Json {
typedef std::string String;
typedef long long Int64;
typedef unsigned long long UInt64;
typedef int Int;
typedef unsigned UInt;
typedef unsigned ArrayIndex;
enum ValueType { nullValue, intValue, uintValue, realValue, stringValue, booleanValue, arrayValue, objectValue };
class Value {
 public:
  class iterator {
   public:
    Value& operator*() const;
    Value* operator->() const;
    iterator& operator++();
    bool operator!=(const iterator&) const;
  };
  Value(ValueType = nullValue);
  Value(int);
  Value(unsigned);
  Value(Int64);
  Value(UInt64);
  Value(double);
  Value(const char*);
  Value(const std::string&);
  Value(bool);
  Value(const Value&);
  Value& operator=(const Value&);
  Value& operator[](const char*);
  const Value& operator[](const char*) const;
  Value& operator[](const std::string&);
  const Value& operator[](const std::string&) const;
  Value& operator[](int);
  const Value& operator[](int) const;
  Value& operator[](ArrayIndex);
  Value get(const char*, const Value&) const;
  Value get(const std::string&, const Value&) const;
  std::string asString() const;
  const char* asCString() const;
  int asInt() const;
  unsigned asUInt() const;
  Int64 asInt64() const;
  UInt64 asUInt64() const;
  double asDouble() const;
  bool asBool() const;
  bool isMember(const std::string&) const;
  bool isMember(const char*) const;
  bool isNull() const;
  bool isString() const;
  bool isInt() const;
  bool isUInt() const;
  bool isBool() const;
  bool isArray() const;
  bool isObject() const;
  bool isNumeric() const;
  bool empty() const;
  ArrayIndex size() const;
  Value& append(const Value&);
  std::string toStyledString() const;
  std::vector<std::string> getMemberNames() const;
  void clear();
  Value removeMember(const std::string&);
  iterator begin() const;
  iterator end() const;
  template <typename T>
  T as() const;
  explicit operator bool() const;
};
class Reader {
 public:
  bool parse(const std::string&, Value&, bool = true);
  std::string getFormattedErrorMessages() const;
};
class CharReader {
 public:
  bool parse(const char*, const char*, Value*, std::string*);
};
class CharReaderBuilder {
 public:
  CharReader* newCharReader() const;
  Value& operator[](const std::string&);
};
class StreamWriterBuilder {
 public:
  Value& operator[](const std::string&);
};
class FastWriter {
 public:
  std::string write(const Value&);
};
class StyledWriter {
 public:
  std::string write(const Value&);
};
std::string writeString(const StreamWriterBuilder&, const Value&);
bool parseFromStream(const CharReaderBuilder&, std::istream&, Value*, std::string*);
std::istream& operator>>(std::istream&, Value&);
std::ostream& operator<<(std::ostream&, const Value&);
}  // namespace Json
