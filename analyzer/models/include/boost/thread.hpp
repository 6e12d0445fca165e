// Stand-in: Boost.Thread.
#pragma once

namespace boost {
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
