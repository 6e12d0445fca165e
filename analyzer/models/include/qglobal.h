#pragma once
#include <backlint/qt.h>
