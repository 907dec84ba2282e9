#pragma once

#include "models/rules/FilterSettings.h"
#include "models/rules/FtpService.h"

#include <QStringList>

namespace ferry {

/// What a rule asks of a gateway, as far as it decides whether ProFTPD's mod_proxy can do it.
struct ModProxyWishes {
    bool filterOn = false;
    FilterSettings filter;
    TlsMode serverTls = TlsMode::None;
    qsizetype dataRanges = 0;     ///< ranges that the filter may open data ports from
    bool clientAddresses = false; ///< clients on certain networks are told another address
};

/// What of that mod_proxy does not do, a sentence each; empty: it does all of it. One list for the checks and for the
/// agent, so that nothing is refused that was not found before.
[[nodiscard]] QStringList beyondModProxy(const ModProxyWishes &wishes);

} // namespace ferry
