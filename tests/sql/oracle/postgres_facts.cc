#include "postgres_facts.h"

#include <pg_query.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sql/name_comparison.h"

namespace backlint::sql {
namespace {

using nlohmann::json;

const json kNothing;

const json& At(const json& node, const char* key) {
  const auto found = node.is_object() ? node.find(key) : node.end();
  return node.is_object() && found != node.end() ? *found : kNothing;
}

std::string Text(const json& node, const char* key) {
  const json& value = At(node, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

class Walk {
 public:
  FactSet Take(const json& statement) {
    for (const auto& [name, node] : statement.items()) Root(name, node);
    return std::move(facts_);
  }

 private:
  void Add(const std::string& name, const std::string& value) { facts_[name].insert(LowerCase(value)); }

  void Root(const std::string& name, const json& node) {
    Add("kind", KindOf(name, node));
    Statement(name, node);
  }

  static std::string KindOf(const std::string& name, const json& node) {
    if (name == "SelectStmt") return "select";
    if (name == "InsertStmt") return "insert";
    if (name == "UpdateStmt") return "update";
    if (name == "DeleteStmt") return "delete";
    if (name == "MergeStmt") return "merge";
    if (name == "CreateStmt" || name == "CreateForeignTableStmt") return "create table";
    if (name == "CreateTableAsStmt") return Text(node, "objtype") == "OBJECT_MATVIEW" ? "create view" : "create table";
    if (name == "IndexStmt") return "create index";
    if (name == "ViewStmt") return "create view";
    if (name == "TruncateStmt") return "truncate";
    if (name == "LockStmt") return "lock tables";
    if (name == "CopyStmt") return "copy";
    if (name == "CallStmt" || name == "ExecuteStmt") return "call";
    if (name == "ExplainStmt") return "explain";
    if (name == "VariableSetStmt" && Text(node, "kind").find("RESET") != std::string::npos) return "";
    if (name == "VariableSetStmt")
      return Text(node, "name") == "TRANSACTION" || Text(node, "name") == "SESSION CHARACTERISTICS" ? "set transaction" : "set";
    if (name == "AlterTableStmt")
      return Text(node, "objtype") == "OBJECT_TABLE" || Text(node, "objtype") == "OBJECT_FOREIGN_TABLE" ? "alter table"
                                                                                                        : "alter other";
    if (name == "DropStmt") {
      const std::string type = Text(node, "removeType");
      return type == "OBJECT_TABLE" || type == "OBJECT_FOREIGN_TABLE" ? "drop table"
             : type == "OBJECT_INDEX"                                 ? "drop index"
                                                                      : "drop other";
    }
    if (name == "TransactionStmt") {
      const std::string kind = Text(node, "kind");
      if (kind == "TRANS_STMT_BEGIN" || kind == "TRANS_STMT_START") return "begin";
      if (kind == "TRANS_STMT_SAVEPOINT") return "savepoint";
      if (kind == "TRANS_STMT_RELEASE") return "release";
      if (kind == "TRANS_STMT_ROLLBACK_TO") return "rollback to";
      return kind.find("ROLLBACK") != std::string::npos ? "rollback" : "commit";
    }
    if (name.starts_with("Alter") || name == "RenameStmt" || name == "CompositeTypeStmt" || name == "DefineStmt") return "";
    if (name.starts_with("Create")) return "create other";
    return "";
  }

  // A statement that may stand in another one.
  void Statement(const std::string& name, const json& node) {
    if (name == "SelectStmt") return Select(node);
    if (name == "InsertStmt" || name == "UpdateStmt" || name == "DeleteStmt" || name == "MergeStmt") return Write(name, node);
    if (name == "ExplainStmt" || name == "CreateTableAsStmt" || name == "ViewStmt") {
      if (name != "ExplainStmt") Add("tables", name == "ViewStmt" ? "" : Text(At(At(node, "into"), "rel"), "relname"));
      for (const auto& [inner, query] : At(node, "query").items()) Statement(inner, query);
      facts_["tables"].erase("");
      return;
    }
    if (name == "CreateStmt") return Create(node);
    if (name == "CreateForeignTableStmt") return Create(At(node, "base"));
    if (name == "IndexStmt") return Index(node);
    if (name == "AlterTableStmt" &&
        (Text(node, "objtype") == "OBJECT_TABLE" || Text(node, "objtype") == "OBJECT_FOREIGN_TABLE")) {
      for (const json& command : At(node, "cmds")) Add("alterations", Alteration(At(command, "AlterTableCmd")));
    }
  }

  static bool UsesGreater(const json& term) {
    const json& op = At(term, "useOp");
    return op.is_array() && !op.empty() && Text(At(op.back(), "String"), "sval") == ">";
  }

  void Select(const json& node) {
    const size_t ctes = ctes_.size();
    With(node);
    if (Text(node, "op") != "SETOP_NONE" && !At(node, "larg").is_null()) {
      Select(At(node, "larg"));
      Select(At(node, "rarg"));
    }
    const std::string into = Text(At(At(node, "intoClause"), "rel"), "relname");
    if (!into.empty()) {
      Add("tables", into);
      Add("written", into);
    }
    const json& targets = At(node, "targetList");
    if (targets.is_array()) {
      Add("items", std::to_string(targets.size()));
      for (const json& target : targets) NoteStar(At(At(target, "ResTarget"), "val"));
    }
    if (At(node, "distinctClause").is_array()) Add("distinct", "yes");
    Expression(targets, "");
    Expression(At(node, "fromClause"), "");
    Expression(At(node, "whereClause"), "where columns");
    Conjuncts(At(node, "whereClause"));
    Expression(At(node, "groupClause"), "group columns");
    Expression(At(node, "havingClause"), "having columns");
    Expression(At(node, "valuesLists"), "");
    Expression(At(node, "windowClause"), "");
    Expression(At(node, "distinctClause"), "");
    const json& order = At(node, "sortClause");
    Expression(order, "order columns");
    for (const json& term : order)
      if (Text(At(term, "SortBy"), "sortby_dir") == "SORTBY_DESC" || UsesGreater(At(term, "SortBy"))) Add("descending", "yes");
    Bound(At(node, "limitCount"), "limit");
    Bound(At(node, "limitOffset"), "offset");
    const json& locks = At(node, "lockingClause");
    if (locks.is_array()) {
      bool update = false;
      for (const json& lock : locks) update |= Text(At(lock, "LockingClause"), "strength").find("UPDATE") != std::string::npos;
      Add("row lock", update ? "update" : "share");
    }
    ctes_.resize(ctes);
  }

  void NoteStar(const json& value) {
    const json& fields = At(At(value, "ColumnRef"), "fields");
    if (!fields.is_array() || fields.empty() || At(fields.back(), "A_Star").is_null()) return;
    std::string star;
    for (size_t i = 0; i + 1 < fields.size(); ++i) (star += star.empty() ? "" : ".") += Text(At(fields[i], "String"), "sval");
    Add("stars", star);
  }

  void Bound(const json& value, const std::string& name) {
    if (value.is_null() || At(At(value, "A_Const"), "isnull") == true) return;
    const json& number = At(At(At(value, "A_Const"), "ival"), "ival");
    const bool constant = !At(value, "A_Const").is_null() && !At(At(value, "A_Const"), "ival").is_null();
    Add(name, constant ? std::to_string(number.is_number() ? number.get<int>() : 0) : "?");
  }

  void With(const json& node) {
    const json& with = At(node, "withClause");
    if (with.is_null()) return;
    const bool recursive = At(with, "recursive") == true;
    const auto name_of = [](const json& cte) { return Text(At(cte, "CommonTableExpr"), "ctename"); };
    if (recursive)
      for (const json& cte : At(with, "ctes")) ctes_.push_back(name_of(cte));
    for (const json& cte : At(with, "ctes")) {
      for (const auto& [name, query] : At(At(cte, "CommonTableExpr"), "ctequery").items()) Statement(name, query);
      if (!recursive) ctes_.push_back(name_of(cte));
    }
  }

  void Write(const std::string& name, const json& node) {
    const size_t ctes = ctes_.size();
    With(node);
    const std::string table = Text(At(node, "relation"), "relname");
    Add("tables", table);
    Add("written", table);
    for (const char* list : {"cols", "targetList"})
      for (const json& target : At(node, list)) {
        Add("assigned", Text(At(target, "ResTarget"), "name"));
        Expression(At(At(target, "ResTarget"), "val"), "");
      }
    if (name == "MergeStmt") {
      Expression(At(node, "sourceRelation"), "");
      Expression(At(node, "joinCondition"), "on columns");
      for (const json& clause : At(node, "mergeWhenClauses")) {
        for (const json& target : At(At(clause, "MergeWhenClause"), "targetList")) {
          Add("assigned", Text(At(target, "ResTarget"), "name"));
          Expression(At(At(target, "ResTarget"), "val"), "");
        }
      }
    }
    if (!At(node, "selectStmt").is_null()) {
      const json& source = At(At(node, "selectStmt"), "SelectStmt");
      const json& rows = At(source, "valuesLists");
      if (rows.is_array() && At(source, "withClause").is_null()) Add("rows", std::to_string(rows.size()));
      Select(source);
    } else if (name == "InsertStmt") {
      Add("rows", "1");
    }
    Expression(At(node, "fromClause"), "");
    Expression(At(node, "usingClause"), "");
    Expression(At(node, "whereClause"), "where columns");
    Conjuncts(At(node, "whereClause"));
    const json& conflict = At(node, "onConflictClause");
    if (!conflict.is_null()) {
      Add("conflict", Text(conflict, "action") == "ONCONFLICT_UPDATE" ? "update" : "nothing");
      for (const json& target : At(conflict, "targetList")) Add("assigned", Text(At(target, "ResTarget"), "name"));
      Expression(At(conflict, "targetList"), "");
      Expression(At(conflict, "whereClause"), "");
      Expression(At(conflict, "infer"), "");
      for (const json& element : At(At(conflict, "infer"), "indexElems"))
        if (!Text(At(element, "IndexElem"), "name").empty()) Add("conflict columns", Text(At(element, "IndexElem"), "name"));
    }
    if (At(node, "returningList").is_array()) {
      if (!facts_.count("returning")) Add("returning", "yes");
      for (const json& target : At(node, "returningList")) NoteStar(At(At(target, "ResTarget"), "val"));
      Expression(At(node, "returningList"), "");
    }
    ctes_.resize(ctes);
  }

  // Everything below a node; the columns in it belong to `place`, those of subqueries to their own.
  void Expression(const json& node, const std::string& place) {
    if (node.is_array()) {
      for (const json& element : node) Expression(element, place);
      return;
    }
    if (!node.is_object()) return;
    for (const auto& [name, value] : node.items()) {
      if (name == "SelectStmt") {
        Select(value);
      } else if (name == "ColumnRef") {
        const json& fields = At(value, "fields");
        if (!place.empty() && At(fields.back(), "A_Star").is_null()) Add(place, Text(At(fields.back(), "String"), "sval"));
      } else if (name == "MultiAssignRef") {
        if (At(value, "colno") == 1) Expression(At(value, "source"), place);
      } else if (name == "RangeVar") {
        NoteTable(value);
      } else if (name == "JoinExpr") {
        Expression(At(value, "larg"), place);
        Expression(At(value, "rarg"), place);
        Expression(At(value, "quals"), "on columns");
        for (const json& column : At(value, "usingClause")) {
          Add("on columns", Text(At(column, "String"), "sval"));
          Add("on columns", Text(At(column, "String"), "sval"));
        }
      } else {
        Expression(value, place);
      }
    }
  }

  void NoteTable(const json& node) {
    const std::string name = Text(node, "relname");
    const bool cte = Text(node, "schemaname").empty() && std::find(ctes_.begin(), ctes_.end(), name) != ctes_.end();
    if (!cte) Add("tables", name);
  }

  void Conjuncts(const json& condition) {
    const json& logic = At(condition, "BoolExpr");
    if (!logic.is_null() && Text(logic, "boolop") == "AND_EXPR") {
      for (const json& part : At(logic, "args")) Conjuncts(part);
      return;
    }
    const auto column = [](const json& node) {
      const json& fields = At(At(node, "ColumnRef"), "fields");
      if (!fields.is_array() || fields.empty()) return std::string();
      return Text(At(fields.back(), "String"), "sval");
    };
    const json& null_test = At(condition, "NullTest");
    if (!null_test.is_null() && !column(At(null_test, "arg")).empty())
      Add("conjuncts",
          column(At(null_test, "arg")) + (Text(null_test, "nulltesttype") == "IS_NULL" ? " is null" : " is not null"));
    const json& link = At(condition, "SubLink");
    if (!link.is_null() && Text(link, "subLinkType") == "ANY_SUBLINK" && At(link, "operName").is_null()) {
      if (!column(At(link, "testexpr")).empty()) Add("conjuncts", column(At(link, "testexpr")) + " in");
    } else if (!link.is_null() || !At(condition, "BoolExpr").is_null()) {
      facts_["other conjuncts"].insert("");
    }
    const json& expression = At(condition, "A_Expr");
    if (expression.is_null()) return;
    const std::string left = column(At(expression, "lexpr")), right = column(At(expression, "rexpr"));
    if (left.empty() && right.empty()) {
      if (!At(At(expression, "lexpr"), "RowExpr").is_null()) facts_["other conjuncts"].insert("");
      return;
    }
    std::string op = At(expression, "name").is_array() ? Text(At(At(expression, "name").back(), "String"), "sval") : "";
    const std::string kind = Text(expression, "kind");
    static const std::set<std::string> kPlain = {"=", "<>", "<", "<=", ">", ">="};
    if (kind == "AEXPR_OP" && kPlain.count(op)) {
      static const std::map<std::string, std::string> kFlipped = {{"<", ">"},   {"<=", ">="}, {">", "<"},
                                                                  {">=", "<="}, {"=", "="},   {"<>", "<>"}};
      Add("conjuncts", left.empty() ? right + " " + kFlipped.at(op) : left + " " + op);
    } else if (kind == "AEXPR_IN") {
      Add("conjuncts", left + (op == "=" ? " in" : " not in"));
    } else if (kind == "AEXPR_BETWEEN" || kind == "AEXPR_NOT_BETWEEN") {
      Add("conjuncts", left + (kind == "AEXPR_BETWEEN" ? " between" : " not between"));
    } else if ((kind == "AEXPR_LIKE" || kind == "AEXPR_ILIKE") && !left.empty()) {
      Add("conjuncts", left + (op[0] == '!' ? " not like" : " like"));
    } else {
      facts_["other conjuncts"].insert(left + right);
    }
  }

  void Constraint(const json& node, const std::string& column) {
    const std::string type = Text(node, "contype");
    if (type == "CONSTR_NOTNULL") Add("not null", column);
    if (type == "CONSTR_DEFAULT") Add("defaults", column);
    if (type == "CONSTR_GENERATED" || type == "CONSTR_IDENTITY") Add("generated", column);
    std::string columns;
    if (!column.empty()) (columns += ' ') += column;
    if (type == "CONSTR_FOREIGN") {
      for (const json& key : At(node, "fk_attrs")) (columns += ' ') += Text(At(key, "String"), "sval");
      columns += ' ';
      Add("foreign keys", columns + Text(At(node, "pktable"), "relname"));
    }
    for (const json& key : At(node, "keys")) (columns += ' ') += Text(At(key, "String"), "sval");
    if (type == "CONSTR_PRIMARY") Add("primary keys", columns);
    if (type == "CONSTR_UNIQUE") Add("unique keys", columns);
  }

  void Create(const json& node) {
    for (const json& element : At(node, "tableElts")) {
      const json& column = At(element, "ColumnDef");
      if (column.is_null()) {
        Constraint(At(element, "Constraint"), "");
        continue;
      }
      Add("created columns", Text(column, "colname"));
      for (const json& constraint : At(column, "constraints"))
        Constraint(At(constraint, "Constraint"), Text(column, "colname"));
    }
  }

  void Index(const json& node) {
    std::string text = Text(At(node, "relation"), "relname");
    for (const json& element : At(node, "indexParams")) {
      const std::string name = Text(At(element, "IndexElem"), "name");
      (text += ' ') += name.empty() ? "()" : name;
    }
    if (At(node, "unique") == true) text += " unique";
    if (!At(node, "whereClause").is_null()) text += " where";
    if (At(node, "concurrent") == true) text += " concurrently";
    Add("index", text);
  }

  static std::string Alteration(const json& command) {
    static const std::map<std::string, std::string> kNames = {{"AT_AddColumn", "add column"},
                                                              {"AT_DropColumn", "drop column"},
                                                              {"AT_AlterColumnType", "change type"},
                                                              {"AT_SetNotNull", "set not null"},
                                                              {"AT_DropNotNull", "drop not null"},
                                                              {"AT_AddConstraint", "add key"},
                                                              {"AT_DropConstraint", "drop key"},
                                                              {"AT_ValidateConstraint", "validate"},
                                                              {"AT_AttachPartition", "attach partition"},
                                                              {"AT_DetachPartition", "detach partition"},
                                                              {"AT_AddIdentity", "add identity"},
                                                              {"AT_DropIdentity", "drop identity"}};
    const std::string type = Text(command, "subtype");
    if (type == "AT_ColumnDefault") return At(command, "def").is_null() ? "drop default" : "set default";
    const auto found = kNames.find(type);
    if (found != kNames.end()) return found->second;
    static const std::set<std::string> kOfColumns = {"AT_SetStatistics",  "AT_SetOptions",     "AT_ResetOptions",
                                                     "AT_SetStorage",     "AT_SetCompression", "AT_SetIdentity",
                                                     "AT_DropExpression", "AT_AlterConstraint"};
    return kOfColumns.count(type) ? "other" : "table option";
  }

  FactSet facts_;
  std::vector<std::string> ctes_;
};

}  // namespace

std::optional<FactSet> PostgresFacts(const std::string& statement) {
  const PgQueryParseResult result = pg_query_parse(statement.c_str());
  std::optional<FactSet> facts;
  if (result.error == nullptr) {
    const json tree = json::parse(result.parse_tree);
    const json& statements = At(tree, "stmts");
    if (statements.size() == 1) facts = Walk().Take(At(statements[0], "stmt"));
  }
  pg_query_free_parse_result(result);
  return facts;
}

std::vector<std::string> PostgresFactNames(const FactSet& facts) {
  const auto kind = facts.find("kind");
  const std::string name = kind == facts.end() ? "" : *kind->second.begin();
  std::vector<std::string> names;
  if (!name.empty()) names.push_back("kind");
  static const std::set<std::string> kQueries = {"select", "insert", "update", "delete", "merge", "explain"};
  if (kQueries.count(name)) {
    for (const char* fact : {"tables", "written", "where columns", "on columns", "having columns", "order columns",
                             "group columns", "descending", "limit", "offset", "row lock", "distinct", "items", "stars",
                             "assigned", "conflict", "conflict columns", "returning", "rows"})
      names.push_back(fact);
    if (!facts.count("other conjuncts")) names.push_back("conjuncts");
  }
  if (name == "create table" && !facts.count("tables"))
    for (const char* fact :
         {"created columns", "not null", "defaults", "generated", "primary keys", "unique keys", "foreign keys"})
      names.push_back(fact);
  if (name == "create index") names.push_back("index");
  if (name == "alter table") names.push_back("alterations");
  return names;
}

}  // namespace backlint::sql
