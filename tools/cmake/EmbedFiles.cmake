# cmake -DROOT=DIR -DOUTPUT=FILE.cc -P EmbedFiles.cmake
# Writes the *.toml files of DIR and everything below DIR/include as raw string literals: `EmbeddedModels()` and
# `EmbeddedHeaders()` of models/embedded.h.
function(embed variable)
  set(rows "")
  foreach(path IN LISTS ARGN)
    file(READ ${ROOT}/${path} text)
    string(LENGTH "${text}" length)
    string(REGEX REPLACE "^include/" "" name ${path})
    set(pieces "")
    set(at 0)
    while(at LESS length)                 # compilers limit one literal; neighbours are joined
      string(SUBSTRING "${text}" ${at} 8000 piece)
      string(APPEND pieces "R\"~~~(${piece})~~~\"\n")
      math(EXPR at "${at} + 8000")
    endwhile()
    if(NOT pieces)
      set(pieces "\"\"")
    endif()
    string(APPEND rows "    {\"${name}\", ${pieces}},\n")
  endforeach()
  set(${variable} "${rows}" PARENT_SCOPE)
endfunction()
file(GLOB models RELATIVE ${ROOT} ${ROOT}/*.toml)
file(GLOB_RECURSE headers RELATIVE ${ROOT} ${ROOT}/include/*)
list(SORT models)
list(SORT headers)
embed(model_rows ${models})
embed(header_rows ${headers})
file(WRITE ${OUTPUT}.new "// Generated from analyzer/models.
#include \"models/embedded.h\"

#include <vector>

namespace backlint {

std::span<const EmbeddedFile> EmbeddedModels() {
  static const std::vector<EmbeddedFile> kFiles = {
${model_rows}  };
  return kFiles;
}

std::span<const EmbeddedFile> EmbeddedHeaders() {
  static const std::vector<EmbeddedFile> kFiles = {
${header_rows}  };
  return kFiles;
}

}  // namespace backlint
")
file(RENAME ${OUTPUT}.new ${OUTPUT})
