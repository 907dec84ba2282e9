#pragma once

#include "models/base/Address.h"
#include "models/rules/FilterSettings.h"

#include <QStringList>

namespace ferry {

/// What a rule with the filter on asks of a gateway, as far as it decides whether the kernel's FTP helper
/// (nf_conntrack_ftp) can do it.
struct KernelHelperWishes {
    FilterSettings filter;
    Address listener;
    Address external;             ///< that 227 is to name
    bool clientAddresses = false; ///< clients on certain networks are told another address
};

/// What of that the helper does not do, a sentence each; empty: it does all of it. AUTH TLS, commands and limits are
/// capabilities of an engine and not in it. One list for the checks and for the agent, so that nothing is refused that
/// was not found before.
[[nodiscard]] QStringList beyondKernelHelper(const KernelHelperWishes &wishes);

} // namespace ferry
