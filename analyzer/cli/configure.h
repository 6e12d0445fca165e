// The configuration of a project, put into a command line: what was said there stays.
#ifndef BACKLINT_CLI_CONFIGURE_H_
#define BACKLINT_CLI_CONFIGURE_H_

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/config.h"
#include "report/report.h"

namespace backlint::cli {

// Paths of the configuration are relative to `root`. `reporting` may be null. Error: see ReadConfig.
Result<Config> Configure(const std::string& root, Project* project, Reporting* reporting);

// Severities and checks by path: takes away what the configuration does not want to hear of. After triage, so that a comment that keeps
// such a finding quiet is no unused one.
void ApplyRules(const Config& config, std::vector<report::ReportedFinding>* findings);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_CONFIGURE_H_
