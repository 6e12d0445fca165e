// Stand-in.
#pragma once

namespace folly {
template <class T>
class LockedPtr {
 public:
  ~LockedPtr();
  T* operator->() const;
  T& operator*() const;
  void unlock();
};
template <class T>
class Synchronized {
 public:
  LockedPtr<T> lock();
  LockedPtr<T> wlock();
  LockedPtr<const T> rlock() const;
};
}  // namespace folly
