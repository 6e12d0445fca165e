// Files with another content than the one on disk, on their way to workers: written once, read once by each. Rejected: sending them with every
// job, which costs the whole change for each unit.
#ifndef BACKLINT_EXTRACT_CONTENT_FILE_H_
#define BACKLINT_EXTRACT_CONTENT_FILE_H_

#include <map>
#include <string>
#include <vector>

namespace backlint {

using Contents = std::map<std::string, std::string>;       // by absolute path

// Lives in memory; nothing is left when the process ends, however it ends.
class ContentFile {
 public:
  explicit ContentFile(const Contents& contents);
  ~ContentFile();
  ContentFile(const ContentFile&) = delete;
  ContentFile& operator=(const ContentFile&) = delete;

  // Good for this process and its workers, as long as the object; "" for no contents, or when it could not be made.
  const std::string& path() const { return path_; }

 private:
  int fd_ = -1;
  std::string path_;
};

// The front end knows a file that is not on disk only by the spelling that it was given, and `#include "../db/old.h"` is another one. Those
// that the contents themselves use, and those of folders that are searched and have `..` in them.
Contents OtherSpellings(const Contents& contents, const std::vector<std::string>& folders);

// What such a file holds; nothing for "" and for what is no such file.
Contents ReadContents(const std::string& path);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_CONTENT_FILE_H_
