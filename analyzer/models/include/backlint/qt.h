// Stand-in: the part of Qt's Core, Network and Widgets that back ends handle text with.
#pragma once
#include <cstdarg>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

typedef long long qint64;
typedef unsigned long long quint64;
typedef int qint32;
typedef unsigned int quint32;
typedef short qint16;
typedef unsigned short quint16;
typedef signed char qint8;
typedef unsigned char quint8;
typedef unsigned int uint;
typedef unsigned short ushort;
typedef unsigned char uchar;
typedef unsigned long ulong;
typedef long long qlonglong;
typedef unsigned long long qulonglong;
typedef double qreal;
typedef qint64 qsizetype;

#define Q_OBJECT
#define Q_GADGET
#define Q_PROPERTY(...)
#define Q_ENUM(...)
#define Q_ENUMS(...)
#define Q_FLAG(...)
#define Q_INVOKABLE
#define Q_DECLARE_METATYPE(...)
#define Q_DECLARE_FLAGS(Flags, Enum) typedef QFlags<Enum> Flags;
#define Q_DECLARE_OPERATORS_FOR_FLAGS(...)
#define Q_DECLARE_PUBLIC(...)
#define Q_DECLARE_PRIVATE(...)
#define Q_DISABLE_COPY(Class)   \
  Class(const Class&) = delete; \
  Class& operator=(const Class&) = delete;
#define Q_UNUSED(x) (void)x;
#define Q_NULLPTR nullptr
#define Q_DECL_OVERRIDE override
#define Q_DECL_FINAL final
#define Q_DECL_NOEXCEPT noexcept
#define Q_ASSERT(x) static_cast<void>(x)
#define Q_ASSERT_X(x, where, what) static_cast<void>(x)
#define Q_EMIT
#define Q_SIGNALS public
#define Q_SLOTS
#define Q_SIGNAL
#define Q_SLOT
#define Q_LIKELY(x) (x)
#define Q_UNLIKELY(x) (x)
#define Q_FOREVER for (;;)
#define Q_FOREACH(variable, container) for (variable : container)
#define Q_FALLTHROUGH() (void)0
#define Q_DECL_EXPORT
#define Q_DECL_IMPORT
#define QT_VERSION 0x050f08
#define QT_VERSION_CHECK(a, b, c) ((a << 16) | (b << 8) | c)
#define QT_BEGIN_NAMESPACE
#define QT_END_NAMESPACE
#ifndef QT_NO_KEYWORDS
#define emit
#define signals public
#define slots
#define foreach Q_FOREACH
#define forever Q_FOREVER
#endif
#define SIGNAL(a) #a
#define SLOT(a) #a
#define QStringLiteral(text) QString::fromUtf16(u"" text)
#define QLatin1StringLiteral(text) QLatin1String(text)
#define QByteArrayLiteral(text) QByteArray(text)
#define qUtf8Printable(text) (text).toUtf8().constData()
#define qPrintable(text) (text).toLocal8Bit().constData()
#define qsTr(text) text
#define QT_TR_NOOP(text) text
#define qApp (QCoreApplication::instance())

namespace Qt {
enum CaseSensitivity { CaseInsensitive, CaseSensitive };
enum ConnectionType { AutoConnection, DirectConnection, QueuedConnection };
enum SplitBehaviorFlags { KeepEmptyParts, SkipEmptyParts };
enum DateFormat { TextDate, ISODate, ISODateWithMs };
enum TimeSpec { LocalTime, UTC };
enum ItemDataRole { DisplayRole, EditRole = 2, UserRole = 256 };
enum SortOrder { AscendingOrder, DescendingOrder };
enum Orientation { Horizontal = 1, Vertical };
}  // namespace Qt

template <typename T>
class QFlags {
 public:
  QFlags(T = T()) {}
  QFlags operator|(T) const { return *this; }
  operator int() const { return 0; }
};
class QString;
class QVariant;
class QStringList;
class QByteArray;
class QDebug;
class QDateTime;
class QRegularExpression;

class QChar {
 public:
  QChar() = default;
  QChar(char) {}
  QChar(int) {}
  QChar(char16_t) {}
  bool isLetter() const;
  bool isDigit() const;
  bool isLetterOrNumber() const;
  bool isSpace() const;
  QChar toLower() const;
  QChar toUpper() const;
  ushort unicode() const;
  char toLatin1() const;
  bool operator==(QChar) const;
  bool operator!=(QChar) const;
};
class QLatin1Char {
 public:
  explicit QLatin1Char(char) {}
  operator QChar() const;
};
class QLatin1String {
 public:
  explicit QLatin1String(const char*);
  const char* latin1() const;
  const char* data() const;
  int size() const;
};
using QLatin1StringView = QLatin1String;

template <typename T>
class QList {
 public:
  typedef T* iterator;
  typedef const T* const_iterator;
  typedef T value_type;
  QList();
  QList(std::initializer_list<T>);
  explicit QList(qsizetype);
  QList(const QList&);
  QList& operator=(const QList&);
  void append(const T&);
  void append(const QList&);
  void push_back(const T&);
  void prepend(const T&);
  QList& operator<<(const T&);
  QList& operator+=(const T&);
  QList& operator+=(const QList&);
  template <typename... A>
  T& emplace_back(A&&...);
  void insert(qsizetype, const T&);
  T takeFirst();
  T takeLast();
  T takeAt(qsizetype);
  const T& at(qsizetype) const;
  T& operator[](qsizetype);
  const T& operator[](qsizetype) const;
  T value(qsizetype) const;
  T value(qsizetype, const T&) const;
  T& first();
  const T& first() const;
  T& last();
  const T& last() const;
  const T& constFirst() const;
  const T& constLast() const;
  iterator begin();
  iterator end();
  const_iterator begin() const;
  const_iterator end() const;
  const_iterator cbegin() const;
  const_iterator cend() const;
  const_iterator constBegin() const;
  const_iterator constEnd() const;
  qsizetype size() const;
  qsizetype count() const;
  qsizetype length() const;
  bool isEmpty() const;
  bool empty() const;
  bool contains(const T&) const;
  qsizetype indexOf(const T&) const;
  void clear();
  void reserve(qsizetype);
  void removeAt(qsizetype);
  void removeFirst();
  void removeLast();
  bool removeOne(const T&);
  qsizetype removeAll(const T&);
  bool operator==(const QList&) const;
  QList operator+(const QList&) const;
  QList mid(qsizetype, qsizetype = -1) const;
};
template <typename T>
using QVector = QList<T>;
template <typename K, typename V>
class QMap {
 public:
  struct iterator {
    K key() const;
    V& value() const;
    V& operator*() const;
    V* operator->() const;
    iterator& operator++();
    bool operator==(const iterator&) const;
    bool operator!=(const iterator&) const;
  };
  typedef iterator const_iterator;
  QMap();
  QMap(std::initializer_list<std::pair<K, V>>);
  iterator insert(const K&, const V&);
  V& operator[](const K&);
  V operator[](const K&) const;
  V value(const K&, const V& = V()) const;
  iterator begin() const;
  iterator end() const;
  iterator cbegin() const;
  iterator cend() const;
  iterator constBegin() const;
  iterator constEnd() const;
  iterator find(const K&) const;
  iterator constFind(const K&) const;
  bool contains(const K&) const;
  int remove(const K&);
  V take(const K&);
  QList<K> keys() const;
  QList<V> values() const;
  int size() const;
  int count() const;
  bool isEmpty() const;
  void clear();
  K key(const V&) const;
};
template <typename K, typename V>
class QHash : public QMap<K, V> {
 public:
  typedef typename QMap<K, V>::iterator iterator;
  QHash();
  QHash(std::initializer_list<std::pair<K, V>>);
  iterator insert(const K&, const V&);
  V& operator[](const K&);
  V value(const K&, const V& = V()) const;
  bool contains(const K&) const;
  iterator begin() const;
  iterator end() const;
  iterator find(const K&) const;
};
template <typename T>
class QSet {
 public:
  QSet();
  QSet(std::initializer_list<T>);
  void insert(const T&);
  QSet& operator<<(const T&);
  bool contains(const T&) const;
  bool remove(const T&);
  int size() const;
  bool isEmpty() const;
  QList<T> values() const;
  const T* begin() const;
  const T* end() const;
};
template <typename A, typename B>
struct QPair : std::pair<A, B> {
  using std::pair<A, B>::pair;
};
template <typename T>
class QSharedPointer {
 public:
  QSharedPointer();
  explicit QSharedPointer(T*);
  T* data() const;
  T* get() const;
  T& operator*() const;
  T* operator->() const;
  bool isNull() const;
  explicit operator bool() const;
  template <typename... A>
  static QSharedPointer create(A&&...);
  void reset(T* = nullptr);
};
template <typename T>
class QScopedPointer {
 public:
  explicit QScopedPointer(T* = nullptr);
  T* data() const;
  T* get() const;
  T& operator*() const;
  T* operator->() const;
  bool isNull() const;
  explicit operator bool() const;
  void reset(T* = nullptr);
  T* take();
};
template <typename T>
class QPointer {
 public:
  QPointer();
  QPointer(T*);
  T* data() const;
  T& operator*() const;
  T* operator->() const;
  bool isNull() const;
  explicit operator bool() const;
};

#define BACKLINT_QT_TEXT(Text, Char)                                         \
  Text& operator=(const Text&);                                              \
  Text& operator=(const char*);                                              \
  Text& operator+=(const Text&);                                             \
  Text& operator+=(const char*);                                             \
  Text& operator+=(Char);                                                    \
  Text& append(const Text&);                                                 \
  Text& append(const char*);                                                 \
  Text& append(Char);                                                        \
  void push_back(const Text&);                                               \
  void push_back(Char);                                                      \
  Text& prepend(const Text&);                                                \
  void push_front(const Text&);                                              \
  Text& insert(qsizetype, const Text&);                                      \
  Text& replace(const Text&, const Text&);                                   \
  Text& replace(Char, const Text&);                                          \
  Text& replace(Char, Char);                                                 \
  Text& replace(const char*, const char*);                                   \
  Text& replace(qsizetype, qsizetype, const Text&);                          \
  Text& remove(qsizetype, qsizetype);                                        \
  Text& remove(Char);                                                        \
  Text& remove(const Text&);                                                 \
  void chop(qsizetype);                                                      \
  void truncate(qsizetype);                                                  \
  void resize(qsizetype);                                                    \
  void squeeze();                                                            \
  void reserve(qsizetype);                                                   \
  void clear();                                                              \
  void swap(Text&);                                                          \
  std::string toStdString() const;                                           \
  Text trimmed() const;                                                      \
  Text simplified() const;                                                   \
  Text toUpper() const;                                                      \
  Text toLower() const;                                                      \
  Text left(qsizetype) const;                                                \
  Text right(qsizetype) const;                                               \
  Text mid(qsizetype, qsizetype = -1) const;                                 \
  Text chopped(qsizetype) const;                                             \
  Text leftJustified(qsizetype, Char = ' ') const;                           \
  Text rightJustified(qsizetype, Char = ' ') const;                          \
  Char* begin();                                                             \
  Char* end();                                                               \
  const Char* begin() const;                                                 \
  const Char* end() const;                                                   \
  Char at(qsizetype) const;                                                  \
  Char& operator[](qsizetype);                                               \
  Char operator[](qsizetype) const;                                          \
  Text repeated(qsizetype) const;                                            \
  bool contains(const Text&, Qt::CaseSensitivity = Qt::CaseSensitive) const; \
  bool contains(Char) const;                                                 \
  bool startsWith(const Text&) const;                                        \
  bool startsWith(Char) const;                                               \
  bool endsWith(const Text&) const;                                          \
  bool endsWith(Char) const;                                                 \
  qsizetype indexOf(const Text&, qsizetype = 0) const;                       \
  qsizetype indexOf(Char, qsizetype = 0) const;                              \
  qsizetype lastIndexOf(const Text&) const;                                  \
  int compare(const Text&, Qt::CaseSensitivity = Qt::CaseSensitive) const;   \
  static Text number(int, int = 10);                                         \
  static Text number(uint, int = 10);                                        \
  static Text number(long, int = 10);                                        \
  static Text number(ulong, int = 10);                                       \
  static Text number(qlonglong, int = 10);                                   \
  static Text number(qulonglong, int = 10);                                  \
  static Text number(double, char = 'g', int = 6);                           \
  Text& setNum(int, int = 10);                                               \
  Text& setNum(double);                                                      \
  int toInt(bool* = nullptr, int = 10) const;                                \
  uint toUInt(bool* = nullptr, int = 10) const;                              \
  long toLong(bool* = nullptr) const;                                        \
  qlonglong toLongLong(bool* = nullptr) const;                               \
  double toDouble(bool* = nullptr) const;                                    \
  float toFloat(bool* = nullptr) const;                                      \
  qsizetype size() const;                                                    \
  qsizetype length() const;                                                  \
  qsizetype count() const;                                                   \
  bool isEmpty() const;                                                      \
  bool isNull() const

class QByteArray {
 public:
  QByteArray();
  QByteArray(const char*, qsizetype = -1);
  QByteArray(const QByteArray&);
  QByteArray(qsizetype, char);
  BACKLINT_QT_TEXT(QByteArray, char);
  const char* constBegin() const;
  const char* constEnd() const;
  const char* cbegin() const;
  const char* cend() const;
  const char* constData() const;
  const char* data() const;
  char* data();
  operator const char*() const;
  QList<QByteArray> split(char) const;
  static QByteArray fromStdString(const std::string&);
  static QByteArray fromRawData(const char*, qsizetype);
  static QByteArray fromPercentEncoding(const QByteArray&);
  static QByteArray fromHex(const QByteArray&);
  static QByteArray fromBase64(const QByteArray&);
  QByteArray toHex(char = 0) const;
  QByteArray toBase64() const;
};
class QStringView {
 public:
  QStringView();
  QStringView(const QString&);
  QString toString() const;
  QStringView mid(qsizetype, qsizetype = -1) const;
  QStringView left(qsizetype) const;
  QStringView right(qsizetype) const;
  QStringView trimmed() const;
};
class QStringRef {
 public:
  QString toString() const;
};

class QString {
 public:
  enum SplitBehavior { KeepEmptyParts, SkipEmptyParts };
  QString();
  QString(const char*);
  QString(const QString&);
  QString(const QByteArray&);
  QString(QLatin1String);
  QString(QChar);
  QString(qsizetype, QChar);
  QString(const QChar*, qsizetype = -1);
  BACKLINT_QT_TEXT(QString, QChar);
  const QChar* constBegin() const;
  const QChar* constEnd() const;
  const QChar* cbegin() const;
  const QChar* cend() const;
  QString& operator+=(const QByteArray&);
  QString& operator+=(QLatin1String);
  QString& append(QLatin1String);
  QString& replace(const QRegularExpression&, const QString&);
  QString& remove(const QRegularExpression&);
  bool contains(const QRegularExpression&) const;
  QString& operator=(QLatin1String);
  QString& operator=(const QByteArray&);
  QString arg(const QString&, int = 0, QChar = ' ') const;
  QString arg(int, int = 0, int = 10, QChar = ' ') const;
  QString arg(uint, int = 0, int = 10, QChar = ' ') const;
  QString arg(long, int = 0, int = 10, QChar = ' ') const;
  QString arg(ulong, int = 0, int = 10, QChar = ' ') const;
  QString arg(qlonglong, int = 0, int = 10, QChar = ' ') const;
  QString arg(qulonglong, int = 0, int = 10, QChar = ' ') const;
  QString arg(double, int = 0, char = 'g', int = -1, QChar = ' ') const;
  QString arg(QChar) const;
  QString arg(const char*) const;
  QString arg(const QByteArray&) const;
  QString arg(QLatin1String) const;
  QString arg(bool) const;
  QString arg(short) const;
  QString arg(ushort) const;
  QString arg(const QString&, const QString&) const;
  QString arg(const QString&, const QString&, const QString&) const;
  QString arg(const QString&, const QString&, const QString&, const QString&) const;
  QString arg(const QString&, const QString&, const QString&, const QString&, const QString&) const;
  static QString asprintf(const char*, ...);
  static QString vasprintf(const char*, va_list);
  QString& sprintf(const char*, ...);
  QString& vsprintf(const char*, va_list);
  const QChar* constData() const;
  const QChar* data() const;
  QByteArray toUtf8() const;
  QByteArray toLatin1() const;
  QByteArray toLocal8Bit() const;
  QByteArray toAscii() const;
  std::wstring toStdWString() const;
  const ushort* utf16() const;
  const QChar* unicode() const;
  QString section(QChar, int, int = -1) const;
  QString section(const QString&, int, int = -1) const;
  QString toCaseFolded() const;
  QString toHtmlEscaped() const;
  enum NormalizationForm { NormalizationForm_D, NormalizationForm_C, NormalizationForm_KD, NormalizationForm_KC };
  QString normalized(NormalizationForm) const;
  QStringList split(const QString&, Qt::SplitBehaviorFlags = Qt::KeepEmptyParts) const;
  QStringList split(QChar, Qt::SplitBehaviorFlags = Qt::KeepEmptyParts) const;
  QStringList split(const QRegularExpression&) const;
  static QString fromUtf8(const char*, qsizetype = -1);
  static QString fromUtf8(const QByteArray&);
  static QString fromLatin1(const char*, qsizetype = -1);
  static QString fromLatin1(const QByteArray&);
  static QString fromLocal8Bit(const char*, qsizetype = -1);
  static QString fromLocal8Bit(const QByteArray&);
  static QString fromAscii(const char*);
  static QString fromStdString(const std::string&);
  static QString fromStdWString(const std::wstring&);
  static QString fromUtf16(const char16_t*, qsizetype = -1);
  static QString fromUtf16(const ushort*, qsizetype = -1);
  static QString fromWCharArray(const wchar_t*, qsizetype = -1);
  static QString fromRawData(const QChar*, qsizetype);
  static int compare(const QString&, const QString&, Qt::CaseSensitivity = Qt::CaseSensitive);
  bool operator==(const char*) const;
  bool operator!=(const char*) const;
  bool operator==(QLatin1String) const;
  bool operator!=(QLatin1String) const;
  static int localeAwareCompare(const QString&, const QString&);
};
bool operator==(const QString&, const QString&);
bool operator!=(const QString&, const QString&);
bool operator<(const QString&, const QString&);
bool operator==(const QByteArray&, const QByteArray&);
bool operator!=(const QByteArray&, const QByteArray&);
bool operator==(const QByteArray&, const char*);
QString operator+(const QString&, const QString&);
QString operator+(const QString&, const char*);
QString operator+(const char*, const QString&);
QString operator+(const QString&, QChar);
QString operator+(QChar, const QString&);
QString operator+(const QString&, QLatin1String);
QString operator+(QLatin1String, const QString&);
QString operator+(const QString&, char);
QString operator+(char, const QString&);
QByteArray operator+(const QByteArray&, const QByteArray&);
QByteArray operator+(const QByteArray&, const char*);
QByteArray operator+(const char*, const QByteArray&);
QByteArray operator+(const QByteArray&, char);
template <typename A, typename B>
class QStringBuilder {
 public:
  QStringBuilder(const A&, const B&);
  operator QString() const;
};
template <typename A, typename B>
QStringBuilder<A, B> operator%(const A&, const B&);
QString operator""_qs(const char16_t*, size_t);
QLatin1String operator""_L1(const char*, size_t);
inline QString tr(const char* text) { return text; }

template <typename T>
class QListSpecialMethods {
 public:
  QString join(const QString&) const;
  QString join(QChar) const;
  QString join(const char*) const;
  bool contains(const QString&, Qt::CaseSensitivity) const;
  QStringList filter(const QString&) const;
  int removeDuplicates();
  void sort();
};
class QStringList : public QList<QString>, public QListSpecialMethods<QString> {
 public:
  QStringList();
  QStringList(const QString&);
  QStringList(const QList<QString>&);
  QStringList(std::initializer_list<QString>);
  QStringList& operator<<(const QString&);
  QStringList& operator<<(const QStringList&);
  using QList<QString>::contains;
  using QListSpecialMethods<QString>::contains;
};

class QDate {
 public:
  QDate();
  QDate(int, int, int);
  static QDate currentDate();
  QString toString(const QString&) const;
  QString toString(Qt::DateFormat = Qt::TextDate) const;
  static QDate fromString(const QString&, const QString&);
  static QDate fromString(const QString&, Qt::DateFormat = Qt::TextDate);
  bool isValid() const;
  QDate addDays(qint64) const;
  QDate addMonths(int) const;
  int year() const;
  int month() const;
  int day() const;
};
class QTime {
 public:
  QTime();
  QTime(int, int, int = 0);
  static QTime currentTime();
  QString toString(const QString&) const;
  QString toString(Qt::DateFormat = Qt::TextDate) const;
  bool isValid() const;
};
class QDateTime {
 public:
  QDateTime();
  QDateTime(const QDate&, const QTime&);
  static QDateTime currentDateTime();
  static QDateTime currentDateTimeUtc();
  static qint64 currentMSecsSinceEpoch();
  static qint64 currentSecsSinceEpoch();
  static QDateTime fromString(const QString&, const QString&);
  static QDateTime fromString(const QString&, Qt::DateFormat = Qt::TextDate);
  static QDateTime fromSecsSinceEpoch(qint64);
  static QDateTime fromTime_t(uint);
  static QDateTime fromMSecsSinceEpoch(qint64);
  QString toString(const QString&) const;
  QString toString(Qt::DateFormat = Qt::TextDate) const;
  QDateTime toUTC() const;
  QDateTime toLocalTime() const;
  qint64 toSecsSinceEpoch() const;
  qint64 toMSecsSinceEpoch() const;
  uint toTime_t() const;
  QDateTime addSecs(qint64) const;
  QDateTime addDays(qint64) const;
  QDate date() const;
  QTime time() const;
  bool isValid() const;
  bool isNull() const;
};
class QUuid {
 public:
  static QUuid createUuid();
  QString toString(int = 0) const;
  QByteArray toByteArray() const;
};
class QVariant {
 public:
  QVariant();
  QVariant(const QString&);
  QVariant(const char*);
  QVariant(int);
  QVariant(uint);
  QVariant(qlonglong);
  QVariant(qulonglong);
  QVariant(double);
  QVariant(bool);
  QVariant(const QByteArray&);
  QVariant(const QDateTime&);
  QVariant(const QDate&);
  QVariant(const QStringList&);
  QVariant(const QList<QVariant>&);
  QVariant(QLatin1String);
  QVariant(const QVariant&);
  QString toString() const;
  QByteArray toByteArray() const;
  int toInt(bool* = nullptr) const;
  uint toUInt(bool* = nullptr) const;
  qlonglong toLongLong(bool* = nullptr) const;
  qulonglong toULongLong(bool* = nullptr) const;
  double toDouble(bool* = nullptr) const;
  float toFloat(bool* = nullptr) const;
  bool toBool() const;
  QDateTime toDateTime() const;
  QDate toDate() const;
  QTime toTime() const;
  QStringList toStringList() const;
  QList<QVariant> toList() const;
  QMap<QString, QVariant> toMap() const;
  bool isNull() const;
  bool isValid() const;
  template <typename T>
  T value() const;
  template <typename T>
  static QVariant fromValue(const T&);
  void setValue(const QVariant&);
};
typedef QList<QVariant> QVariantList;
typedef QMap<QString, QVariant> QVariantMap;
typedef QHash<QString, QVariant> QVariantHash;

class QDebug {
 public:
  template <typename T>
  QDebug& operator<<(const T&) {
    return *this;
  }
  QDebug& nospace();
  QDebug& noquote();
};
QDebug qDebug();
QDebug qWarning();
QDebug qCritical();
QDebug qInfo();
void qDebug(const char*, ...);
void qWarning(const char*, ...);
void qCritical(const char*, ...);
void qInfo(const char*, ...);
[[noreturn]] void qFatal(const char*, ...);
class QLoggingCategory {
 public:
  explicit QLoggingCategory(const char*);
};
#define Q_LOGGING_CATEGORY(name, ...) \
  const QLoggingCategory& name() {    \
    static QLoggingCategory c("");    \
    return c;                         \
  }
#define Q_DECLARE_LOGGING_CATEGORY(name) const QLoggingCategory& name();
#define qCDebug(category, ...) qDebug(__VA_ARGS__)
#define qCWarning(category, ...) qWarning(__VA_ARGS__)
#define qCInfo(category, ...) qInfo(__VA_ARGS__)
#define qCCritical(category, ...) qCritical(__VA_ARGS__)

class QMetaObject {
 public:
  template <typename... A>
  static bool invokeMethod(A&&...);
  struct Connection {};
  const char* className() const;
};
class QThread;
class QObject {
 public:
  explicit QObject(QObject* = nullptr);
  virtual ~QObject();
  static QString tr(const char*, const char* = nullptr, int = -1);
  template <typename... A>
  static QMetaObject::Connection connect(A&&...);
  template <typename... A>
  static bool disconnect(A&&...);
  void deleteLater();
  QObject* parent() const;
  void setParent(QObject*);
  QString objectName() const;
  void setObjectName(const QString&);
  bool setProperty(const char*, const QVariant&);
  QVariant property(const char*) const;
  QObject* sender() const;
  void moveToThread(QThread*);
  bool blockSignals(bool);
  QThread* thread() const;
  const QMetaObject* metaObject() const;
};
class QCoreApplication : public QObject {
 public:
  QCoreApplication(int&, char**);
  static int exec();
  static void quit();
  static void exit(int = 0);
  static QStringList arguments();
  static QCoreApplication* instance();
  static QString applicationDirPath();
  static void processEvents();
  static QString translate(const char*, const char*, const char* = nullptr, int = -1);
  static void setApplicationName(const QString&);
  static void setOrganizationName(const QString&);
};
class QThread : public QObject {
 public:
  template <typename F, typename... A> static QThread* create(F&&, A&&...) { return nullptr; }
  void start();
  virtual void run();
  bool wait(unsigned long = 0);
  void quit();
  static void sleep(unsigned long);
  static void msleep(unsigned long);
  static QThread* currentThread();
  bool isRunning() const;
  void requestInterruption();
};
class QMutex {
 public:
  enum RecursionMode { NonRecursive, Recursive };
  QMutex();
  explicit QMutex(RecursionMode);
  void lock();
  void unlock();
  bool tryLock(int = 0);
};
class QRecursiveMutex : public QMutex {};
template <typename M>
class QMutexLockerBase {
 public:
  explicit QMutexLockerBase(M*);
  ~QMutexLockerBase();
  void unlock();
  void relock();
};
class QMutexLocker {
 public:
  explicit QMutexLocker(QMutex*);
  ~QMutexLocker();
  void unlock();
  void relock();
};
class QReadWriteLock {
 public:
  void lockForRead();
  void lockForWrite();
  void unlock();
};
class QReadLocker {
 public:
  explicit QReadLocker(QReadWriteLock*);
  ~QReadLocker();
};
class QWriteLocker {
 public:
  explicit QWriteLocker(QReadWriteLock*);
  ~QWriteLocker();
};
class QTimer : public QObject {
 public:
  explicit QTimer(QObject* = nullptr);
  void start(int);
  void start();
  void stop();
  void setInterval(int);
  void setSingleShot(bool);
  template <typename... A>
  static void singleShot(int, A&&...);
};

class QIODevice : public QObject {
 public:
  enum OpenModeFlag { ReadOnly = 1, WriteOnly = 2, ReadWrite = 3, Append = 4, Truncate = 8, Text = 16 };
  friend int operator|(OpenModeFlag, OpenModeFlag);
  virtual bool open(int);
  virtual void close();
  QByteArray readAll();
  QByteArray readLine(qint64 = 0);
  QByteArray read(qint64);
  qint64 write(const QByteArray&);
  qint64 write(const char*);
  bool atEnd() const;
  QString errorString() const;
  bool canReadLine() const;
  qint64 bytesAvailable() const;
  bool isOpen() const;
};
class QFile : public QIODevice {
 public:
  explicit QFile(const QString&);
  QFile();
  bool exists() const;
  static bool exists(const QString&);
  bool remove();
  static bool remove(const QString&);
  QString fileName() const;
};
class QFileInfo {
 public:
  explicit QFileInfo(const QString&);
  QString fileName() const;
  QString absoluteFilePath() const;
  QString baseName() const;
  bool exists() const;
  QString suffix() const;
};
class QDir {
 public:
  explicit QDir(const QString& = QString());
  QString absolutePath() const;
  QString filePath(const QString&) const;
  bool exists() const;
  bool mkpath(const QString&) const;
  static QString homePath();
  static QString tempPath();
  QStringList entryList() const;
};
class QTextStream {
 public:
  explicit QTextStream(QIODevice*);
  explicit QTextStream(QString*, int = 0);
  QString readLine(qint64 = 0);
  QString readAll();
  QString read(qint64);
  bool atEnd() const;
  QTextStream& operator<<(const QString&);
  QTextStream& operator<<(const char*);
  QTextStream& operator<<(int);
  QTextStream& operator<<(double);
  QTextStream& operator<<(QChar);
  QTextStream& operator<<(const QByteArray&);
  QTextStream& operator>>(QString&);
};
class QSettings : public QObject {
 public:
  QSettings();
  explicit QSettings(const QString&, int = 0);
  QVariant value(const QString&, const QVariant& = QVariant()) const;
  void setValue(const QString&, const QVariant&);
  void beginGroup(const QString&);
  void endGroup();
  bool contains(const QString&) const;
};
class QProcessEnvironment {
 public:
  static QProcessEnvironment systemEnvironment();
  QString value(const QString&, const QString& = QString()) const;
};
QByteArray qgetenv(const char*);
QString qEnvironmentVariable(const char*);
QString qEnvironmentVariable(const char*, const QString&);
class QLocale {
 public:
  QString toString(int) const;
  QString toString(double) const;
};
class QRegularExpressionMatch {
 public:
  bool hasMatch() const;
  QString captured(int = 0) const;
};
class QRegularExpression {
 public:
  explicit QRegularExpression(const QString&);
  QRegularExpressionMatch match(const QString&) const;
};
class QCryptographicHash {
 public:
  enum Algorithm { Md5, Sha1, Sha256, Sha512 };
  static QByteArray hash(const QByteArray&, Algorithm);
  explicit QCryptographicHash(Algorithm);
  void addData(const QByteArray&);
  QByteArray result() const;
};
class QUrl {
 public:
  QUrl();
  QUrl(const QString&);
  QString toString() const;
  QString path() const;
  QString query() const;
  QString host() const;
};
class QUrlQuery {
 public:
  QUrlQuery();
  explicit QUrlQuery(const QString&);
  explicit QUrlQuery(const QUrl&);
  QString queryItemValue(const QString&) const;
  bool hasQueryItem(const QString&) const;
};
class QHostAddress {
 public:
  QString toString() const;
};
class QAbstractSocket : public QIODevice {
 public:
  QHostAddress peerAddress() const;
  bool waitForReadyRead(int = 0);
  void connectToHost(const QString&, quint16);
  void disconnectFromHost();
};
class QTcpSocket : public QAbstractSocket {};
class QTcpServer : public QObject {
 public:
  bool listen(const QHostAddress&, quint16 = 0);
  QTcpSocket* nextPendingConnection();
};
class QNetworkReply : public QIODevice {
 public:
  int error() const;
  QVariant attribute(int) const;
};
class QHttpServerRequest {
 public:
  QUrl url() const;
  QUrlQuery query() const;
  QByteArray body() const;
  QByteArray value(const QByteArray&) const;
  QHostAddress remoteAddress() const;
};

class QJsonObject;
class QJsonArray;
class QJsonValue;
class QJsonValueRef {
 public:
  QString toString() const;
  QVariant toVariant() const;
  int toInt(int = 0) const;
  double toDouble(double = 0) const;
  bool toBool(bool = false) const;
  QJsonObject toObject() const;
  QJsonArray toArray() const;
  operator QJsonValue() const;
  QJsonValueRef& operator=(const QJsonValue&);
};
class QJsonValue {
 public:
  QJsonValue();
  QJsonValue(const QString&);
  QJsonValue(const char*);
  QJsonValue(int);
  QJsonValue(qint64);
  QJsonValue(double);
  QJsonValue(bool);
  QString toString() const;
  QString toString(const QString&) const;
  QVariant toVariant() const;
  int toInt(int = 0) const;
  double toDouble(double = 0) const;
  bool toBool(bool = false) const;
  QJsonObject toObject() const;
  QJsonArray toArray() const;
  QJsonValue operator[](const QString&) const;
  bool isNull() const;
  bool isString() const;
  bool isUndefined() const;
};
class QJsonObject {
 public:
  QJsonObject();
  QJsonValue value(const QString&) const;
  QJsonValueRef operator[](const QString&);
  QJsonValue operator[](const QString&) const;
  bool contains(const QString&) const;
  void insert(const QString&, const QJsonValue&);
  QStringList keys() const;
  bool isEmpty() const;
  int size() const;
};
class QJsonArray {
 public:
  QJsonArray();
  QJsonValue at(int) const;
  QJsonValueRef operator[](int);
  void append(const QJsonValue&);
  int size() const;
  int count() const;
  bool isEmpty() const;
  const QJsonValue* begin() const;
  const QJsonValue* end() const;
};
class QJsonParseError {
 public:
  int error;
  QString errorString() const;
};
class QJsonDocument {
 public:
  enum JsonFormat { Indented, Compact };
  QJsonDocument();
  explicit QJsonDocument(const QJsonObject&);
  explicit QJsonDocument(const QJsonArray&);
  static QJsonDocument fromJson(const QByteArray&, QJsonParseError* = nullptr);
  QJsonObject object() const;
  QJsonArray array() const;
  QByteArray toJson(JsonFormat = Indented) const;
  QJsonValue operator[](const QString&) const;
  bool isNull() const;
  bool isObject() const;
  bool isArray() const;
};

class QWidget : public QObject {
 public:
  explicit QWidget(QWidget* = nullptr);
  void show();
  void hide();
  bool close();
  void setEnabled(bool);
  void setWindowTitle(const QString&);
};
class QDialog : public QWidget {
 public:
  explicit QDialog(QWidget* = nullptr);
  int exec();
  virtual void accept();
  virtual void reject();
};
class QMainWindow : public QWidget {
 public:
  explicit QMainWindow(QWidget* = nullptr);
};
class QLineEdit : public QWidget {
 public:
  QString text() const;
  void setText(const QString&);
  void clear();
};
class QTextEdit : public QWidget {
 public:
  QString toPlainText() const;
  QString toHtml() const;
  void setText(const QString&);
};
class QPlainTextEdit : public QWidget {
 public:
  QString toPlainText() const;
  void setPlainText(const QString&);
};
class QComboBox : public QWidget {
 public:
  QString currentText() const;
  QString itemText(int) const;
  int currentIndex() const;
  QVariant currentData(int = Qt::UserRole) const;
  void addItem(const QString&, const QVariant& = QVariant());
  void clear();
};
class QSpinBox : public QWidget {
 public:
  int value() const;
  void setValue(int);
};
class QCheckBox : public QWidget {
 public:
  bool isChecked() const;
  void setChecked(bool);
};
class QPushButton : public QWidget {
 public:
  void setText(const QString&);
};
class QLabel : public QWidget {
 public:
  void setText(const QString&);
  QString text() const;
};
class QTableWidgetItem {
 public:
  explicit QTableWidgetItem(const QString&);
  QString text() const;
  QVariant data(int) const;
};
class QTableWidget : public QWidget {
 public:
  QTableWidgetItem* item(int, int) const;
  void setItem(int, int, QTableWidgetItem*);
  int rowCount() const;
  void setRowCount(int);
  int currentRow() const;
  void insertRow(int);
};
class QMessageBox {
 public:
  static int information(QWidget*, const QString&, const QString&);
  static int warning(QWidget*, const QString&, const QString&);
  static int critical(QWidget*, const QString&, const QString&);
  static int question(QWidget*, const QString&, const QString&);
};
class QInputDialog {
 public:
  static QString getText(QWidget*, const QString&, const QString&, int = 0, const QString& = QString(), bool* = nullptr);
};
class QModelIndex {
 public:
  int row() const;
  int column() const;
  bool isValid() const;
  QVariant data(int = Qt::DisplayRole) const;
  QModelIndex sibling(int, int) const;
};
class QAbstractItemModel : public QObject {
 public:
  virtual QVariant data(const QModelIndex&, int = Qt::DisplayRole) const;
  virtual int rowCount(const QModelIndex& = QModelIndex()) const;
  virtual int columnCount(const QModelIndex& = QModelIndex()) const;
  QModelIndex index(int, int, const QModelIndex& = QModelIndex()) const;
  virtual bool setHeaderData(int, Qt::Orientation, const QVariant&, int = Qt::EditRole);
  virtual bool setData(const QModelIndex&, const QVariant&, int = Qt::EditRole);
};
class QAbstractTableModel : public QAbstractItemModel {};
class QRunnable {
 public:
  virtual ~QRunnable();
  virtual void run() = 0;
};
class QThreadPool : public QObject {
 public:
  static QThreadPool* globalInstance();
  void start(QRunnable*, int = 0);
  template <typename F> void start(F&& call) {}
};
template <typename T>
class QFuture {
 public:
  T result() const;
  void waitForFinished();
};
namespace QtConcurrent {
template <typename F, typename... A> QFuture<void> run(F&& call, A&&...) { return {}; }
}  // namespace QtConcurrent
