// The files that SQLite may touch for a cache: `cache.db`, its `-wal` and its `-shm`, and nothing else.
#ifndef BACKLINT_CACHE_FILE_LAYER_H_
#define BACKLINT_CACHE_FILE_LAYER_H_

#include <string>

namespace backlint::cache {

// The name of a layer between SQLite and the disk (a VFS, in its words), or nullptr for its own one when there is no memory. In it a
// database never has a rollback journal beside it: one that lies there is neither opened nor removed, for it may have come with the
// sources, and could name any other file for SQLite to delete. The journals that are needed lie in unnamed temporary files; what a
// crash leaves behind without one is damaged, and a damaged cache is made anew. Rejected: removing the journal before the database is
// opened, which takes it from another process that is just making the same cache.
const char* FileLayer();

// "" when no file beside the database at `path` can lead SQLite to another one; else one sentence.
std::string WhyUnsafe(const std::string& path);

}  // namespace backlint::cache

#endif  // BACKLINT_CACHE_FILE_LAYER_H_
