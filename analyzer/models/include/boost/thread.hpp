// Stand-in: Boost.Thread.
#pragma once

namespace boost {
struct defer_lock_t {};
struct try_to_lock_t {};
struct adopt_lock_t {};
constexpr defer_lock_t defer_lock{};
constexpr try_to_lock_t try_to_lock{};
constexpr adopt_lock_t adopt_lock{};
template <typename M>
class unique_lock {
 public:
  unique_lock();
  explicit unique_lock(M& mutex);
  unique_lock(M& mutex, defer_lock_t);
  unique_lock(M& mutex, try_to_lock_t);
  unique_lock(M& mutex, adopt_lock_t);
  ~unique_lock();
  void lock();
  void unlock();
  bool owns_lock() const;
};
template <typename M>
class lock_guard {
 public:
  explicit lock_guard(M& mutex);
  lock_guard(M& mutex, adopt_lock_t);
  ~lock_guard();
};
template <typename M>
class shared_lock {
 public:
  explicit shared_lock(M& mutex);
  ~shared_lock();
};
class mutex {
 public:
  using scoped_lock = unique_lock<mutex>;
  void lock();
  void unlock();
  bool try_lock();
};
class recursive_mutex {
 public:
  using scoped_lock = unique_lock<recursive_mutex>;
  void lock();
  void unlock();
};
class shared_mutex {
 public:
  void lock();
  void unlock();
  void lock_shared();
  void unlock_shared();
};
class condition_variable {
 public:
  void wait(unique_lock<mutex>& lock);
  template <typename P> void wait(unique_lock<mutex>& lock, P predicate) {}
  void notify_one();
  void notify_all();
};
class thread {
 public:
  thread();
  template <typename F, typename... A> explicit thread(F&& call, A&&... values) {}
  void join();
  void detach();
  void interrupt();
};
class thread_group {
 public:
  template <typename F> thread* create_thread(F call) { return nullptr; }
  void join_all();
};
}  // namespace boost
