#include "core/finding.h"

namespace backlint {

std::string_view Name(Severity severity) {
  switch (severity) {
    case Severity::kNote: return "note";
    case Severity::kWarning: return "warning";
    case Severity::kError: return "error";
  }
  return "";
}

std::string_view Name(Chapter chapter) {
  switch (chapter) {
    case Chapter::kDatabase: return "database";
    case Chapter::kApi: return "api";
    case Chapter::kSecurity: return "security";
    case Chapter::kDeployment: return "deployment";
    case Chapter::kRuntime: return "runtime";
  }
  return "";
}

}  // namespace backlint
