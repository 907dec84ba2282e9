#pragma once

#include "app/proxy/filters/address_rewrite/AddressRewrite.h"
#include "app/proxy/filters/auth_tls/AuthTlsSettings.h"
#include "app/proxy/filters/banner/BannerSettings.h"
#include "app/proxy/filters/command_policy/CommandPolicySettings.h"
#include "app/proxy/filters/data_modes/DataModesSettings.h"
#include "app/proxy/filters/data_peers/DataPeers.h"
#include "app/proxy/filters/limits/LimitsSettings.h"

namespace ferry::proxy {

/// The FTP filter of one rule: the settings of each aspect, side by side.
struct FilterSettings {
    bool enabled = false;
    AuthTlsSettings authTls;
    CommandPolicySettings commandPolicy;
    DataModesSettings dataModes;
    AddressRewriteSettings addressRewrite;
    DataPeersSettings dataPeers;
    LimitsSettings limits;
    BannerSettings banner;

    bool operator==(const FilterSettings &) const = default;
};

} // namespace ferry::proxy
