// Stand-in: Qt SQL.
#pragma once
#include "qt.h"

class QSqlError {
 public:
  enum ErrorType { NoError, ConnectionError, StatementError, TransactionError, UnknownError };
  QString text() const;
  QString databaseText() const;
  QString driverText() const;
  ErrorType type() const;
  bool isValid() const;
  QString nativeErrorCode() const;
};
class QSqlField {
 public:
  QString name() const;
  QVariant value() const;
  void setValue(const QVariant&);
};
class QSqlRecord {
 public:
  QVariant value(int) const;
  QVariant value(const QString&) const;
  QString fieldName(int) const;
  int indexOf(const QString&) const;
  int count() const;
  bool isEmpty() const;
  bool isNull(int) const;
  QSqlField field(int) const;
  void setValue(const QString&, const QVariant&);
};
class QSqlDriver : public QObject {
 public:
  enum IdentifierType { FieldName, TableName };
  virtual QString formatValue(const QSqlField&, bool = false) const;
  virtual QString escapeIdentifier(const QString&, IdentifierType) const;
  virtual QString stripDelimiters(const QString&, IdentifierType) const;
  bool hasFeature(int) const;
};
class QSqlQuery;
class QSqlDatabase {
 public:
  static QSqlDatabase addDatabase(const QString&, const QString& = QString());
  static QSqlDatabase database(const QString& = QString(), bool = true);
  static void removeDatabase(const QString&);
  static bool contains(const QString& = QString());
  static QSqlDatabase cloneDatabase(const QSqlDatabase&, const QString&);
  bool open();
  bool open(const QString&, const QString&);
  void close();
  bool isOpen() const;
  bool isValid() const;
  void setDatabaseName(const QString&);
  void setHostName(const QString&);
  void setUserName(const QString&);
  void setPassword(const QString&);
  void setPort(int);
  void setConnectOptions(const QString&);
  bool transaction();
  bool commit();
  bool rollback();
  QSqlQuery exec(const QString& = QString()) const;
  QStringList tables() const;
  QSqlRecord record(const QString&) const;
  QSqlError lastError() const;
  QString databaseName() const;
  QString connectionName() const;
  QString driverName() const;
  QSqlDriver* driver() const;
};
class QSqlQuery {
 public:
  explicit QSqlQuery(const QSqlDatabase&);
  explicit QSqlQuery(const QString& = QString(), const QSqlDatabase& = QSqlDatabase());
  QSqlQuery(const QSqlQuery&);
  bool exec();
  bool exec(const QString&);
  bool prepare(const QString&);
  bool execBatch();
  void bindValue(const QString&, const QVariant&);
  void bindValue(int, const QVariant&);
  void addBindValue(const QVariant&);
  QVariant boundValue(const QString&) const;
  bool next();
  bool first();
  bool last();
  bool previous();
  bool seek(int);
  bool isActive() const;
  bool isSelect() const;
  bool isNull(int) const;
  QVariant value(int) const;
  QVariant value(const QString&) const;
  QSqlRecord record() const;
  QSqlError lastError() const;
  QVariant lastInsertId() const;
  QString lastQuery() const;
  QString executedQuery() const;
  int numRowsAffected() const;
  int size() const;
  int at() const;
  void finish();
  void clear();
  void setForwardOnly(bool);
  const QSqlDriver* driver() const;
};
class QSqlQueryModel : public QAbstractTableModel {
 public:
  explicit QSqlQueryModel(QObject* = nullptr);
  void setQuery(const QSqlQuery&);
  void setQuery(const QString&, const QSqlDatabase& = QSqlDatabase());
  QSqlQuery query() const;
  QSqlRecord record(int) const;
  QSqlRecord record() const;
  QSqlError lastError() const;
  void clear();
  QVariant data(const QModelIndex&, int = Qt::DisplayRole) const override;
};
class QSqlTableModel : public QSqlQueryModel {
 public:
  enum EditStrategy { OnFieldChange, OnRowChange, OnManualSubmit };
  explicit QSqlTableModel(QObject* = nullptr, QSqlDatabase = QSqlDatabase());
  void setTable(const QString&);
  void setFilter(const QString&);
  QString filter() const;
  bool select();
  bool submitAll();
  void revertAll();
  void setSort(int, Qt::SortOrder);
  void setEditStrategy(EditStrategy);
  bool insertRecord(int, const QSqlRecord&);
  bool removeRow(int);
};
class QSqlRelation {
 public:
  QSqlRelation(const QString&, const QString&, const QString&);
};
class QSqlRelationalTableModel : public QSqlTableModel {
 public:
  using QSqlTableModel::QSqlTableModel;
  void setRelation(int, const QSqlRelation&);
};
