# Finds the C interface of libclang (Debian: libclang-19-dev, libclang-common-19-dev). Defines LibClang::LibClang and
# LIBCLANG_RESOURCE_DIR, where the compiler's own headers (stddef.h, ...) are.
set(_version ${LibClang_FIND_VERSION})
set(_prefix /usr/lib/llvm-${_version})
find_path(LIBCLANG_INCLUDE_DIR clang-c/Index.h PATHS ${_prefix}/include NO_DEFAULT_PATH)
find_library(LIBCLANG_LIBRARY NAMES clang-${_version} clang PATHS ${_prefix}/lib NO_DEFAULT_PATH)
find_path(LIBCLANG_RESOURCE_DIR include/stddef.h PATHS ${_prefix}/lib/clang/${_version} NO_DEFAULT_PATH)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibClang REQUIRED_VARS LIBCLANG_LIBRARY LIBCLANG_INCLUDE_DIR LIBCLANG_RESOURCE_DIR)
if(LibClang_FOUND AND NOT TARGET LibClang::LibClang)
  add_library(LibClang::LibClang SHARED IMPORTED)
  set_target_properties(LibClang::LibClang PROPERTIES IMPORTED_LOCATION ${LIBCLANG_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${LIBCLANG_INCLUDE_DIR})
endif()
mark_as_advanced(LIBCLANG_INCLUDE_DIR LIBCLANG_LIBRARY LIBCLANG_RESOURCE_DIR)
