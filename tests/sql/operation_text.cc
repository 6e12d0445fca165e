#include "operation_text.h"

#include <array>

#include "statement_text.h"

namespace backlint::sql {
namespace {

std::string& Append(std::string& out, std::string_view label, std::string_view text) {
  if (!text.empty()) (out += label) += text;
  return out;
}

std::string ObjectText(const ObjectName& object) {
  std::string text(object.schema);
  if (!text.empty()) text += '.';
  text += object.name;
  if (object.has_hole) text += '*';
  return text;
}

std::string KeyText(const Key& key) {
  constexpr std::array<std::string_view, 8> kKinds = {"index", "unique",  "primary",  "foreign",
                                                      "check", "exclude", "fulltext", "spatial"};
  std::string out(kKinds[static_cast<size_t>(key.kind)]);
  Append(out, " ", key.name);
  if (!key.parts.empty()) {
    char mark = '(';
    for (const KeyPart& part : key.parts) {
      out += mark;
      mark = ',';
      out += part.column.empty() ? "=" : part.column;
      out += part.expression;
      if (part.prefix >= 0) (out += ':') += std::to_string(part.prefix);
      if (part.descending) out += " desc";
    }
    out += ')';
  }
  if (!key.reference.table.name.empty()) {
    (out += " -> ") += ObjectText(key.reference.table);
    for (const std::string_view column : key.reference.columns) (out += '.') += column;
    Append(out, " delete ", key.reference.on_delete);
  }
  Append(out, " check ", key.condition);
  Append(out, " where ", key.where);
  Append(out, " by ", key.method);
  Append(out, " using ", key.using_index);
  for (const std::string_view column : key.included) (out += " +") += column;
  if (key.not_valid) out += " not valid";
  return out;
}

std::string ColumnText(const ColumnDefinition& column) {
  constexpr std::array<std::string_view, 6> kDefaults = {"", " default null", " default constant", " default now", " default call",
                                                         " default expression"};
  constexpr std::array<std::string_view, 4> kGenerated = {"", " stored", " virtual", " identity"};
  std::string out(column.name);
  if (column.has_hole) out += '*';
  Append(out, " ", column.type.name);
  if (column.type.length >= 0) (out += '(') += std::to_string(column.type.length);
  if (column.type.scale >= 0) (out += ',') += std::to_string(column.type.scale);
  if (column.type.length >= 0) out += ')';
  if (column.type.with_zone) out += " zone";
  if (column.type.is_unsigned) out += " unsigned";
  if (column.type.array) out += " array";
  if (column.not_null) out += " not null";
  out += kDefaults[static_cast<size_t>(column.default_kind)];
  out += kGenerated[static_cast<size_t>(column.generated)];
  if (column.auto_increment) out += " auto";
  for (const Key& key : column.keys) (out += ' ') += KeyText(key);
  return out;
}

}  // namespace

std::string Describe(const Operation& operation) {
  std::string out(Name(operation.kind));
  const std::string object = ObjectText(operation.object), index = ObjectText(operation.index),
                    like = ObjectText(operation.like);
  Append(out, " ", object);
  Append(out, " index ", index);
  Append(out, " ", operation.name);
  Append(out, " to ", operation.new_name);
  Append(out, " like ", like);
  for (const std::string_view value : operation.values) (out += ' ') += value;
  for (const ColumnDefinition& column : operation.columns) (out += "; ") += ColumnText(column);
  for (const Key& key : operation.keys) (out += "; ") += KeyText(key);
  Append(out, "; algorithm ", operation.algorithm);
  Append(out, "; lock ", operation.lock);
  Append(out, "; using ", operation.using_text);
  const std::array<std::pair<bool, std::string_view>, 12> flags = {{{operation.if_exists, "if exists"},
                                                                    {operation.if_not_exists, "if not exists"},
                                                                    {operation.concurrently, "concurrently"},
                                                                    {operation.temporary, "temporary"},
                                                                    {operation.cascade, "cascade"},
                                                                    {operation.as_select, "as select"},
                                                                    {operation.partition, "partition"},
                                                                    {operation.virtual_table, "virtual"},
                                                                    {operation.without_rowid, "without rowid"},
                                                                    {operation.strict, "strict"},
                                                                    {operation.or_replace, "or replace"},
                                                                    {operation.incomplete, "incomplete"}}};
  for (const auto& [set, name] : flags)
    if (set) (out += "; ") += name;
  return out;
}

std::string Operations(std::string_view text, Dialect dialect) {
  const std::vector<Segment> segments = Segments(text);
  const Script script(segments, dialect);
  std::string all;
  for (const Statement& statement : script.statements()) {
    if (statement.grade != Grade::kParsed) all += "partial ";
    for (const Operation& operation : statement.operations)
      (all += all.empty() || all.ends_with("partial ") ? "" : " / ") += Describe(operation);
  }
  return all;
}

}  // namespace backlint::sql
