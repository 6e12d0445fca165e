// One function a command. Each returns the exit status and has told everything that is to be told.
#ifndef BACKLINT_CLI_RUN_H_
#define BACKLINT_CLI_RUN_H_

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace backlint::cli {

// The whole program: `arguments` without its name. Never throws.
int Run(const std::vector<std::string>& arguments);

int RunCommand(const CheckCommand& command);
int RunCommand(const LinkCommand& command);
int RunCommand(const ExtractCommand& command);
int RunCommand(const QueriesCommand& command);
int RunCommand(const SchemaCommand& command);
int RunCommand(const CacheCommand& command);
int RunCommand(const ConfigCommand& command);
int RunCommand(const InitCommand& command);
int RunCommand(const ExplainCommand& command);
int RunCommand(const ListCommand& command);
int RunCommand(const ManualCommand& command);
int RunCommand(const WorkerCommand& command);
int RunCommand(const ShowCommand& command);

// `backlint: error: ...` on standard error; returns `status`.
int Fail(int status, std::string_view message);

// Writes to standard output; `status`, also when the reader goes away, or kInternal when it cannot be written.
int Answer(std::string_view bytes, int status);

}  // namespace backlint::cli

#endif  // BACKLINT_CLI_RUN_H_
