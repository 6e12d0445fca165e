/* Stand-in: libevent, lists of keys and values. */
#ifndef EVENT2_KEYVALQ_STRUCT_H_INCLUDED_
#define EVENT2_KEYVALQ_STRUCT_H_INCLUDED_
struct evkeyval;
struct evkeyvalq {
  struct evkeyval *first, **last;
};
#endif
