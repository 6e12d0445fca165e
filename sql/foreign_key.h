// Foreign keys as the referenced table meets them.
#ifndef BACKLINT_SQL_FOREIGN_KEY_H_
#define BACKLINT_SQL_FOREIGN_KEY_H_

#include <vector>

#include "sql/schema.h"

namespace backlint::sql {

struct UnindexedReference {
  const SchemaTable* table = nullptr;  // that refers
  const SchemaKey* key = nullptr;
};

// Foreign keys that point to the table and whose own columns begin no index: each row that goes costs a search of the whole
// table that refers to it. Only of tables that are known for sure. MySQL makes such an index itself, and so may an engine that
// is not known.
std::vector<UnindexedReference> FindUnindexedReferences(const Schema& schema, const SchemaTable& referenced);

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_FOREIGN_KEY_H_
