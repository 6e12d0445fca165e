// Stand-in.
#pragma once

namespace absl {
class Mutex {
 public:
  Mutex();
  ~Mutex();
  void Lock();
  void Unlock();
  bool TryLock();
  void ReaderLock();
  void ReaderUnlock();
};
class MutexLock {
 public:
  explicit MutexLock(Mutex* mutex);
  ~MutexLock();
};
class ReaderMutexLock {
 public:
  explicit ReaderMutexLock(Mutex* mutex);
  ~ReaderMutexLock();
};
class WriterMutexLock {
 public:
  explicit WriterMutexLock(Mutex* mutex);
  ~WriterMutexLock();
};
class CondVar {
 public:
  CondVar();
  void Wait(Mutex* mutex);
  void Signal();
  void SignalAll();
};
}  // namespace absl
