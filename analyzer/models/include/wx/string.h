// Stand-in: wxWidgets' texts, and where a user writes some.
#pragma once
#include <cstdarg>
#include <cstddef>
#include <string>

#define wxT(text) L##text
#define _T(text) L##text
#define _(text) wxString(text)
#define wxS(text) text
#define wxEmptyString wxString()

class wxString {
 public:
  wxString();
  wxString(const char* text);
  wxString(const wchar_t* text);
  wxString(const std::string& text);
  wxString(const char* text, std::size_t size);
  template <typename... T> static wxString Format(const wxString& format, T... values) { return format; }
  template <typename... T> int Printf(const wxString& format, T... values) { return 0; }
  wxString& operator=(const wxString& other);
  wxString& operator=(const char* text);
  wxString& operator+=(const wxString& text);
  wxString& operator+=(const char* text);
  wxString& operator<<(const wxString& text);
  wxString& operator<<(const char* text);
  wxString& operator<<(int number);
  wxString& Append(const wxString& text);
  wxString& Prepend(const wxString& text);
  std::size_t Replace(const wxString& what, const wxString& by, bool all = true);
  void Clear();
  static wxString FromUTF8(const char* text);
  std::string ToStdString() const;
  const char* ToUTF8() const;
  const char* utf8_str() const;
  const char* mb_str() const;
  const char* c_str() const;
  wxString& Trim(bool right = true);
  wxString Lower() const;
  wxString Upper() const;
  wxString Mid(std::size_t at, std::size_t count = -1) const;
  wxString BeforeFirst(char c) const;
  wxString AfterFirst(char c) const;
  bool IsSameAs(const wxString& other, bool sensitive = true) const;
  bool IsEmpty() const;
  bool empty() const;
  std::size_t Length() const;
  int Find(const wxString& text) const;
  bool Contains(const wxString& text) const;
  bool ToLong(long* to, int base = 10) const;
  bool ToDouble(double* to) const;
};
wxString operator+(const wxString& a, const wxString& b);
wxString operator+(const wxString& a, const char* b);
wxString operator+(const char* a, const wxString& b);
bool operator==(const wxString& a, const wxString& b);
bool operator!=(const wxString& a, const wxString& b);

class wxObject { public: virtual ~wxObject(); };
class wxWindow : public wxObject {};
class wxTextEntryBase {
 public:
  virtual wxString GetValue() const;
  virtual void SetValue(const wxString& text);
};
class wxTextCtrl : public wxWindow, public wxTextEntryBase {};
class wxComboBox : public wxWindow, public wxTextEntryBase {};
wxString wxGetTextFromUser(const wxString& message, const wxString& caption = wxString(), const wxString& value = wxString(),
                           wxWindow* parent = nullptr);
int wxMessageBox(const wxString& message, const wxString& caption = wxString(), long style = 0, wxWindow* parent = nullptr);
