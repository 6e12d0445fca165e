// Stand-in: Wt, with its Dbo.
#pragma once
#include <exception>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace Wt {
class WString {
 public:
  WString();
  WString(const char* text);
  WString(const std::string& text);
  std::string toUTF8() const;
  std::string narrow() const;
  bool empty() const;
  template <typename T> WString& arg(const T& value) { return *this; }
  static WString fromUTF8(const std::string& text, bool check = false);
  static WString tr(const char* key);
};
WString operator+(const WString& a, const WString& b);
bool operator==(const WString& a, const WString& b);
WString tr(const char* key);
template <typename... A>
class Signal {
 public:
  template <typename... F> void connect(F&&... calls) {}
  void emit(A... values);
};
template <typename E = int> class EventSignal : public Signal<E> {};
class WObject { public: virtual ~WObject(); };
class WWidget : public WObject {
 public:
  void setStyleClass(const WString& name);
  void setHidden(bool on);
  EventSignal<>& clicked();
};
class WContainerWidget : public WWidget {
 public:
  template <typename T, typename... A> T* addNew(A&&... values) { return nullptr; }
  template <typename T> T* addWidget(std::unique_ptr<T> widget) { return nullptr; }
  void clear();
};
class WFormWidget : public WWidget {
 public:
  virtual WString valueText() const = 0;
  virtual void setValueText(const WString& text) = 0;
  EventSignal<>& changed();
};
class WLineEdit : public WFormWidget {
 public:
  explicit WLineEdit(const WString& text = WString());
  const WString& text() const;
  void setText(const WString& text);
  void setPlaceholderText(const WString& text);
  EventSignal<>& enterPressed();
  WString valueText() const override;
  void setValueText(const WString& text) override;
};
class WTextArea : public WFormWidget {
 public:
  const WString& text() const;
  void setText(const WString& text);
  WString valueText() const override;
  void setValueText(const WString& text) override;
};
class WComboBox : public WFormWidget {
 public:
  const WString currentText() const;
  int currentIndex() const;
  void addItem(const WString& text);
  WString valueText() const override;
  void setValueText(const WString& text) override;
};
class WPushButton : public WFormWidget {
 public:
  explicit WPushButton(const WString& text = WString());
  WString valueText() const override;
  void setValueText(const WString& text) override;
};
class WText : public WWidget {
 public:
  explicit WText(const WString& text = WString());
  void setText(const WString& text);
};
namespace Http {
class UploadedFile {
 public:
  const std::string& clientFileName() const;
  const std::string& spoolFileName() const;
};
class Request {
 public:
  const std::string* getParameter(const std::string& name) const;
  const std::vector<std::string>& getParameterValues(const std::string& name) const;
  const std::map<std::string, std::vector<std::string>>& getParameterMap() const;
  const UploadedFile* getUploadedFile(const std::string& name) const;
  std::string headerValue(const std::string& name) const;
  const std::string* getCookieValue(const std::string& name) const;
  const std::string& path() const;
  const std::string& pathInfo() const;
  const std::string& method() const;
  const std::string& queryString() const;
  std::istream& in() const;
  std::string urlParam(const std::string& name) const;
};
class Response {
 public:
  void setStatus(int status);
  void setMimeType(const std::string& type);
  void addHeader(const std::string& name, const std::string& value);
  std::ostream& out();
};
}  // namespace Http
class WEnvironment {
 public:
  const std::vector<std::string>& getParameterValues(const std::string& name) const;
  const std::string* getParameter(const std::string& name) const;
  const std::string* getCookie(const std::string& name) const;
  const std::string& headerValue(const std::string& name) const;
  const std::string& internalPath() const;
  const std::string& clientAddress() const;
};
class WResource : public WObject {
 public:
  virtual void handleRequest(const Http::Request& request, Http::Response& response) = 0;
  void beingDeleted();
};
class WApplication : public WObject {
 public:
  explicit WApplication(const WEnvironment& environment);
  static WApplication* instance();
  const WEnvironment& environment() const;
  WContainerWidget* root() const;
  void setTitle(const WString& title);
  void quit();
};
class WServer {
 public:
  WServer(int argc, char** argv, const std::string& config = "");
  template <typename... A> void addEntryPoint(A&&... values) {}
  template <typename... A> void addResource(A&&... values) {}
  void run();
  bool start();
  void stop();
  static int waitForShutdown();
};
int WRun(int argc, char** argv, std::function<std::unique_ptr<WApplication>(const WEnvironment&)> create);

namespace Dbo {
class Exception : public std::exception {};
class SqlStatement {};
class SqlConnection {
 public:
  virtual ~SqlConnection();
  virtual void executeSql(const std::string& sql);
  virtual std::unique_ptr<SqlStatement> prepareStatement(const std::string& sql) = 0;
  void setProperty(const std::string& name, const std::string& value);
};
template <typename T>
class ptr {
 public:
  ptr();
  const T* operator->() const;
  const T& operator*() const;
  T* modify() const;
  void remove();
  long long id() const;
  explicit operator bool() const;
};
template <typename T>
class collection {
 public:
  struct iterator {
    T operator*() const;
    iterator& operator++();
    bool operator!=(const iterator& other) const;
  };
  iterator begin() const;
  iterator end() const;
  std::size_t size() const;
  void insert(const T& value);
};
template <typename Result, typename Binding = int>
class Query {
 public:
  template <typename T> Query& bind(const T& value) { return *this; }
  Query& where(const std::string& condition);
  Query& orWhere(const std::string& condition);
  Query& orderBy(const std::string& fields);
  Query& groupBy(const std::string& fields);
  Query& having(const std::string& condition);
  Query& limit(int rows);
  Query& offset(int rows);
  Result resultValue() const;
  collection<Result> resultList() const;
  operator Result() const;
};
class Call {
 public:
  template <typename T> Call& bind(const T& value) { return *this; }
  void run();
};
class Session {
 public:
  void setConnection(std::unique_ptr<SqlConnection> connection);
  template <typename T> void mapClass(const char* table) {}
  template <typename T> ptr<T> add(std::unique_ptr<T> object) { return {}; }
  template <typename T, typename... A> ptr<T> addNew(A&&... values) { return {}; }
  template <typename T> ptr<T> load(long long id) { return {}; }
  template <typename T> Query<ptr<T>> find(const std::string& condition = "") { return {}; }
  template <typename T> Query<T> query(const std::string& sql) { return {}; }
  Call execute(const std::string& sql);
  void createTables();
  void dropTables();
  void flush();
};
class Transaction {
 public:
  explicit Transaction(Session& session);
  ~Transaction() noexcept(false);
  bool commit();
  void rollback();
};
template <typename Action, typename T> void field(Action& action, T& value, const std::string& name, int size = -1) {}
template <typename Action, typename T> void belongsTo(Action& action, ptr<T>& value, const std::string& name = "") {}
template <typename Action, typename T> void hasMany(Action& action, collection<T>& value, int type, const std::string& name = "") {}
namespace backend {
class Sqlite3 : public SqlConnection { public: explicit Sqlite3(const std::string& file); std::unique_ptr<SqlStatement> prepareStatement(const std::string& sql) override; };
class Postgres : public SqlConnection { public: explicit Postgres(const std::string& options); std::unique_ptr<SqlStatement> prepareStatement(const std::string& sql) override; };
class MySQL : public SqlConnection { public: MySQL(const std::string& database, const std::string& user, const std::string& password = "", const std::string& host = ""); std::unique_ptr<SqlStatement> prepareStatement(const std::string& sql) override; };
}  // namespace backend
}  // namespace Dbo
}  // namespace Wt
