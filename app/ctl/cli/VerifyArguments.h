#pragma once

#include "app/backend/deploy/Verifier.h"
#include "app/ctl/cli/Verb.h"

namespace ferry::ctl {

/// --user, --password-file, --file, --upload, --ca, --pin: how the test from the outside logs in and what it moves.
void addVerifyOptions(QCommandLineParser &parser);
[[nodiscard]] Result<backend::VerifyOptions> verifyOptions(const Call &call);

} // namespace ferry::ctl
