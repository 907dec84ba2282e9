#pragma once

namespace ferry::ctl {

/// What a script learns from a verb, as terraform's -detailed-exitcode.
enum ExitCode {
    ExitDone = 0,     ///< done, or nothing to do
    ExitError = 1,    ///< it did not work; stderr says what, why, and the way out
    ExitChanges = 2,  ///< there are changes (plan, diff, import), findings (check) or failed tests (test)
};

} // namespace ferry::ctl
