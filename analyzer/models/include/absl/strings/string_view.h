#pragma once
#include "str_cat.h"
