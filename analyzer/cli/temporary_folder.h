// A folder in the temporary directory that goes with the object, or with the process when a signal ends it.
#ifndef BACKLINT_CLI_TEMPORARY_FOLDER_H_
#define BACKLINT_CLI_TEMPORARY_FOLDER_H_

#include <signal.h>

#include <string>
#include <vector>

namespace backlint::cli {

// One object at a time. SIGINT, SIGTERM and SIGHUP wait from the beginning until Guard, which is why little should happen in between.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  // Absolute, links resolved; "" when it could not be made.
  const std::string& path() const { return path_; }
  // From now on, a signal removes what is inside now, and then ends the process as it would have done.
  void Guard();

 private:
  std::string path_;
  std::vector<std::string> content_;      // files before their folders
  sigset_t before_;
  bool waiting_ = true;
};

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_TEMPORARY_FOLDER_H_
