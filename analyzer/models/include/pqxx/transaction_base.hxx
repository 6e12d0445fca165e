// Stand-in.
#pragma once
#include "pqxx"
