#pragma once

#include "app/ctl/cli/Terminal.h"
#include "app/ctl/lab/Lab.h"

namespace ferry::ctl {

/// Brings a lab of its own up, tells the whole story of a published FTPS server in it with real clients, and takes the
/// lab down again. Gives 0 only if every promise held.
/// With `isNamed` the lab's directory was chosen by the caller; otherwise one beside the usual lab is made up.
[[nodiscard]] int tellStory(Terminal &terminal, const Lab::Options &options, bool isNamed, bool keepFiles);

} // namespace ferry::ctl
