// Stand-in.
#pragma once
#define PQXX_VERSION "7.9.0"
#define PQXX_VERSION_MAJOR 7
#define PQXX_VERSION_MINOR 9
#include "pqxx"
