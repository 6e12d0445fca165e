#include "extract/worker_pool.h"

#include <dirent.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "core/digest.h"
#include "core/facts.h"
#include "extract/message.h"
#include "temp_tree.h"

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;     // its shadow memory makes limits of address space meaningless
#else
constexpr bool kSanitized = false;
#endif

namespace backlint {
namespace {

using namespace std::chrono_literals;
using testing::AnyOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class WorkerPoolTest : public testing::Test {
 protected:
  WorkerPoolTest() {
    options_.extract.root = tree_.path();
    options_.workers = 2;
  }
  ~WorkerPoolTest() override { unsetenv("BACKLINT_TEST_FAULT"); }

  void AddUnits(std::initializer_list<const char*> names) {
    for (const char* name : names) {
      CompileCommand command;
      command.source = tree_.Write(name, "int f() { return 1; }\n");
      command.directory = tree_.path();
      command.arguments = {"-x", "c++", "-std=c++20"};
      commands_.push_back(command);
    }
  }

  // Runs, and keeps what each unit says: "clean", or why it failed. A unit that is reported twice is a failure of the test.
  Status Run() {
    said_.assign(commands_.size(), "nothing");
    facts_.assign(commands_.size(), "");
    return ExtractAll(commands_, options_, [this](size_t index, std::string facts) {
      ASSERT_LT(index, said_.size());
      EXPECT_EQ(said_[index], "nothing") << "reported twice: " << index;
      const auto unit = facts::Verify({reinterpret_cast<const uint8_t*>(facts.data()), facts.size()});
      ASSERT_TRUE(unit.ok());
      said_[index] = unit.value()->state() == facts::UnitState::Failed ? unit.value()->failure()->str() : "clean";
      facts_[index] = std::move(facts);
    });
  }

  const facts::UnitFacts& Unit(size_t index) const { return *facts::GetUnitFacts(facts_[index].data()); }

  TempTree tree_;
  WorkerOptions options_;
  std::vector<CompileCommand> commands_;
  std::vector<std::string> said_, facts_;
};

int OpenDescriptors() {
  int count = 0;
  DIR* dir = opendir("/proc/self/fd");
  while (readdir(dir)) ++count;
  closedir(dir);
  return count;
}

TEST_F(WorkerPoolTest, EveryUnitIsReportedOnceAndNothingIsLeftBehind) {
  AddUnits({"a.cc", "b.cc", "c.cc", "d.cc", "e.cc"});
  const int before = OpenDescriptors();
  ASSERT_TRUE(Run().ok());
  EXPECT_THAT(said_, testing::Each("clean"));
  EXPECT_EQ(Unit(1).source()->str(), "b.cc");
  EXPECT_EQ(OpenDescriptors(), before);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
}

TEST_F(WorkerPoolTest, NoUnitsNoWorkers) {
  options_.program = "/nonexistent";
  EXPECT_TRUE(Run().ok());
}

TEST_F(WorkerPoolTest, ACrashCostsItsUnitOnly) {
  AddUnits({"a.cc", "bad.cc", "c.cc", "d.cc"});
  setenv("BACKLINT_TEST_FAULT", "crash:bad", 1);
  ASSERT_TRUE(Run().ok());
  EXPECT_THAT(said_, ElementsAre("clean", "front end crashed (signal 11)", "clean", "clean"));
  EXPECT_EQ(Unit(1).source()->str(), "bad.cc");
  ASSERT_EQ(Unit(1).files()->size(), 1u);
  EXPECT_EQ(Unit(1).files()->Get(0)->path()->str(), "bad.cc");
  EXPECT_EQ(Unit(1).files()->Get(0)->digest()->str(), Digest("int f() { return 1; }\n"));
}

TEST_F(WorkerPoolTest, AFailedUnitNamesTheHeadersThatItMayHaveRead) {
  AddUnits({"src/bad.cc"});
  tree_.Write("src/bad.cc", "#include \"near.h\"\n# include <far.h>\n#include <vector>\n");
  tree_.Write("src/near.h", "#include \"../src/bad.cc\"\n#include \"deep.h\"\n");
  tree_.Write("src/deep.h", "");
  tree_.Write("include/far.h", "");
  commands_[0].arguments.push_back("-I" + tree_ / "include");
  setenv("BACKLINT_TEST_FAULT", "crash:bad", 1);
  ASSERT_TRUE(Run().ok());
  std::vector<std::string> paths;
  for (const auto* file : *Unit(0).files()) paths.push_back(file->path()->str());
  EXPECT_THAT(paths, ElementsAre("src/bad.cc", "src/near.h", "include/far.h", "src/deep.h"));
}

TEST(IsStarved, TellsABusyMachineFromAHang) {
  EXPECT_TRUE(IsStarved(10s, 60s, 60s));
  EXPECT_FALSE(IsStarved(60s, 60s, 60s)) << "it has had its time";
  EXPECT_FALSE(IsStarved(0s, 60s, 60s)) << "it waits for something";
  EXPECT_FALSE(IsStarved(55s, 600s, 60s)) << "there is an end to it";
}

TEST_F(WorkerPoolTest, AHangEndsAtTheTimeLimit) {
  AddUnits({"a.cc", "bad.cc", "c.cc"});
  setenv("BACKLINT_TEST_FAULT", "hang:bad", 1);
  options_.unit_time = 2s;
  ASSERT_TRUE(Run().ok());
  EXPECT_THAT(said_, ElementsAre("clean", "time limit of 2 s exceeded", "clean"));
}

TEST_F(WorkerPoolTest, AllUnitsMayHang) {
  AddUnits({"bad1.cc", "bad2.cc", "bad3.cc"});
  setenv("BACKLINT_TEST_FAULT", "hang:bad", 1);
  options_.unit_time = 1s;
  ASSERT_TRUE(Run().ok());
  EXPECT_THAT(said_, testing::Each("time limit of 1 s exceeded"));
}

TEST_F(WorkerPoolTest, AUnitThatEatsMemoryFails) {
  if (kSanitized) GTEST_SKIP();
  AddUnits({"a.cc", "bad.cc", "c.cc"});
  setenv("BACKLINT_TEST_FAULT", "oom:bad", 1);
  options_.unit_memory = uint64_t{512} << 20;
  ASSERT_TRUE(Run().ok());
  EXPECT_THAT(said_, ElementsAre("clean", "memory limit of 512 MiB exceeded", "clean"));
}

TEST_F(WorkerPoolTest, AnswersThatAreNoneAreCrashes) {
  for (const char* fault : {"exit:bad", "garbage:bad", "facts:bad"}) {
    commands_.clear();
    AddUnits({"a.cc", "bad.cc", "c.cc"});
    setenv("BACKLINT_TEST_FAULT", fault, 1);
    ASSERT_TRUE(Run().ok()) << fault;
    EXPECT_THAT(said_, ElementsAre("clean", StartsWith("front end crashed ("), "clean")) << fault;
  }
}

TEST_F(WorkerPoolTest, AWorkerThatServedOthersIsNotBelieved) {
  // Crashes in a used worker only: the unit gets its second chance in a fresh one.
  AddUnits({"a.cc", "b.cc", "late.cc", "d.cc"});
  options_.workers = 1;
  setenv("BACKLINT_TEST_FAULT", "once:late", 1);
  ASSERT_TRUE(Run().ok());
  EXPECT_THAT(said_, testing::Each("clean"));
}

TEST_F(WorkerPoolTest, ACrashIsNotTriedForEver) {
  AddUnits({"a.cc", "bad1.cc", "bad2.cc", "bad3.cc", "bad4.cc"});
  options_.workers = 1;
  setenv("BACKLINT_TEST_FAULT", "crash:bad", 1);
  ASSERT_TRUE(Run().ok());
  EXPECT_EQ(said_[0], "clean");
  for (size_t i = 1; i < 5; ++i) EXPECT_EQ(said_[i], "front end crashed (signal 11)");
}

TEST_F(WorkerPoolTest, MissingSourcesAreReportedToo) {
  AddUnits({"a.cc"});
  commands_[0].source = tree_ / "gone.cc";
  setenv("BACKLINT_TEST_FAULT", "crash:gone", 1);
  ASSERT_TRUE(Run().ok());
  ASSERT_EQ(Unit(0).files()->size(), 1u);
  EXPECT_EQ(Unit(0).files()->Get(0)->digest()->str(), "");
}

TEST_F(WorkerPoolTest, AProgramThatIsNoWorkerIsAFaultOfThePool) {
  AddUnits({"a.cc", "b.cc"});
  for (const char* program : {"/bin/false", "/nonexistent"}) {
    options_.program = program;
    EXPECT_FALSE(Run().ok());
    EXPECT_THAT(said_, testing::Each(HasSubstr("worker process"))) << program;
  }
}

TEST_F(WorkerPoolTest, NamesInOldEncodingsReachTheWorker) {
  AddUnits({"caf\xe9.cc"});
  ASSERT_TRUE(Run().ok());
  EXPECT_EQ(Unit(0).source()->str(), "caf\xe9.cc");
}

TEST_F(WorkerPoolTest, ManyUnitsThroughReplacedWorkers) {
  std::vector<std::string> names;
  for (int i = 0; i < 600; ++i) names.push_back("u" + std::to_string(i) + ".cc");
  for (const std::string& name : names) AddUnits({name.c_str()});
  ASSERT_TRUE(Run().ok());
  EXPECT_THAT(said_, testing::Each("clean"));
}

// Children of `parent`, by /proc.
std::vector<pid_t> Children(pid_t parent) {
  std::ifstream list("/proc/" + std::to_string(parent) + "/task/" + std::to_string(parent) + "/children");
  std::vector<pid_t> children;
  for (pid_t child; list >> child;) children.push_back(child);
  return children;
}

TEST_F(WorkerPoolTest, WorkersDieWithTheirParent) {
  AddUnits({"bad1.cc", "bad2.cc"});
  setenv("BACKLINT_TEST_FAULT", "hang:bad", 1);
  const pid_t parent = fork();
  if (parent == 0) {
    Run().ok();
    _exit(0);
  }
  std::vector<pid_t> workers;
  for (int i = 0; i < 1000 && workers.size() < 2; ++i) {
    std::this_thread::sleep_for(10ms);
    workers = Children(parent);
  }
  ASSERT_EQ(workers.size(), 2u);
  std::this_thread::sleep_for(500ms);     // until both hang
  kill(parent, SIGKILL);
  waitpid(parent, nullptr, 0);
  for (const pid_t worker : workers) {
    bool gone = false;
    for (int i = 0; i < 500 && !gone; ++i) {
      std::ifstream status("/proc/" + std::to_string(worker) + "/stat");
      std::string text((std::istreambuf_iterator<char>(status)), {});
      gone = text.empty() || text.find(") Z ") != std::string::npos;
      if (!gone) std::this_thread::sleep_for(10ms);
    }
    EXPECT_TRUE(gone) << "worker " << worker << " is left";
  }
}

TEST_F(WorkerPoolTest, AWorkerKilledFromOutsideCostsNothing) {
  AddUnits({"bad.cc", "b.cc"});
  setenv("BACKLINT_TEST_FAULT", "hang:bad", 1);
  options_.unit_time = 6s;
  options_.workers = 1;
  // Ends the first worker while it hangs; the second hangs as well, up to the limit: a second chance, not a third.
  std::thread killer([] {
    for (int i = 0; i < 500; ++i) {
      std::this_thread::sleep_for(10ms);
      if (const auto workers = Children(getpid()); !workers.empty()) {
        std::this_thread::sleep_for(1s);
        kill(workers[0], SIGTERM);
        return;
      }
    }
  });
  ASSERT_TRUE(Run().ok());
  killer.join();
  EXPECT_THAT(said_, ElementsAre("time limit of 6 s exceeded", "clean"));
}

TEST(Message, JobsComeThrough) {
  Job job;
  job.options.root = "/p";
  job.options.max_nesting = 7;
  job.command = {"/p/\xff.cc", "/p", {"-DX=\xe9", ""}};
  job.unit_memory = uint64_t{5} << 40;
  const auto read = DecodeJob(EncodeJob(job));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->options.root, "/p");
  EXPECT_EQ(read->options.max_nesting, 7u);
  EXPECT_EQ(read->command.source, "/p/\xff.cc");
  EXPECT_EQ(read->command.arguments, job.command.arguments);
  EXPECT_EQ(read->unit_memory, job.unit_memory);
  const std::string bytes = EncodeJob(job);
  for (size_t cut = 0; cut < bytes.size(); ++cut) EXPECT_FALSE(DecodeJob(bytes.substr(0, cut)).ok());
  EXPECT_FALSE(DecodeJob("\x93\x01\x02\x03").ok());
}

TEST(Message, FramesAreCutInAnyPieces) {
  const std::string bytes = EncodeFrame(FrameKind::Ready, "") + EncodeFrame(FrameKind::Facts, "abc");
  FrameReader reader;
  Frame frame;
  std::vector<std::string> got;
  for (char c : bytes) {
    reader.Add({&c, 1});
    while (reader.Next(&frame) == FrameReader::State::Complete) got.push_back(frame.bytes);
  }
  EXPECT_THAT(got, ElementsAre("", "abc"));
  for (std::string garbage : {std::string("x"), std::string("BLW1\xff\0\0\0\0\0\0\0\0\0\0\0", 16), std::string("BLW1\4\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff", 16)}) {
    FrameReader other;
    other.Add(garbage);
    EXPECT_EQ(other.Next(&frame), FrameReader::State::Garbage);
  }
}

}  // namespace
}  // namespace backlint
