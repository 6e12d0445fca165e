// The SQLite file of a cache: finds its place, opens it, checks that it has the tables it should have, makes it anew when not.
#ifndef BACKLINT_CACHE_CACHE_FILE_H_
#define BACKLINT_CACHE_CACHE_FILE_H_

#include <memory>
#include <string>

#include "cache/database.h"

namespace backlint::cache {

struct CacheFile {
  std::unique_ptr<Database> database;  // never null
  std::string path;                    // "" when it is a temporary file
  std::string warning;                 // "" or one sentence
};

// `directory`/cache.db, or a temporary file when that cannot be used. A directory inside of `root` that is reached through a
// symbolic link there is not used: the link may have come with the sources.
CacheFile OpenCacheFile(const std::string& directory, const std::string& root);
CacheFile OpenTemporaryFile();

// Empties the file and makes its tables. When that fails, `file` becomes a temporary one.
void MakeAnew(CacheFile* file);

}  // namespace backlint::cache

#endif  // BACKLINT_CACHE_CACHE_FILE_H_
