// The view of the whole code base that checks read. (grows)
#ifndef BACKLINT_BACKEND_BACKEND_H_
#define BACKLINT_BACKEND_BACKEND_H_

namespace backlint {
class Backend;
}

#endif  // BACKLINT_BACKEND_BACKEND_H_
