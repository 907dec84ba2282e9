#pragma once

#include "app/ctl/cli/Verb.h"

namespace ferry::ctl {

/// "ferryctl import FILE --server SERVICE": takes what the server of that FTP service has into the rule set file, after
/// a preview. Gives the exit code.
[[nodiscard]] int runServerImport(const Call &call);

} // namespace ferry::ctl
