#pragma once

#include "models/rules/RuleSet.h"

namespace ferry {

/// What the published server speaks; `site` is publishedSite(). Of a bare address no more is known than its port: 990
/// is implicit FTPS.
[[nodiscard]] TlsMode publishedTls(const PublishingRule &rule, const FtpSite *site);

} // namespace ferry
