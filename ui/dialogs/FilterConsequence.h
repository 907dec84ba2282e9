#pragma once

#include "models/rules/FilterSettings.h"
#include "models/rules/FtpService.h"

#include <QString>

namespace ferry::ui {

/// What the published server is like, as far as the consequence of a filter setting depends on it.
struct FilterSurroundings {
    TlsMode tls = TlsMode::None;  ///< what the server speaks; None also where nothing is known about it
    bool rangePublished = false;  ///< a fixed passive range is a primary connection of the protocol definition
};

/// The consequence of each filter setting for clients, in plain sentences, to stand beside its control.
[[nodiscard]] QString consequenceOfFilter(bool enabled, const FilterSurroundings &around);
[[nodiscard]] QString consequenceOf(AuthTls handling, const FilterSurroundings &around);
[[nodiscard]] QString consequenceOf(UpstreamTls upstream);
/// Names what the policy refuses, and says where it makes login or FTPS impossible.
[[nodiscard]] QString consequenceOf(const CommandPolicy &policy, const FilterSurroundings &around);
[[nodiscard]] QString consequenceOfPassive(const DataModes &modes);
[[nodiscard]] QString consequenceOfActive(const DataModes &modes);
[[nodiscard]] QString consequenceOfClearCommandChannel(bool allowed);
[[nodiscard]] QString consequenceOfRewriteAddress(bool rewrite);
[[nodiscard]] QString consequenceOfSameClientAddress(bool same);
[[nodiscard]] QString consequenceOfLineLength(int bytes);
[[nodiscard]] QString consequenceOfIdle(int seconds);
[[nodiscard]] QString consequenceOfLogin(int seconds);
/// Of the limit for stalled data connections.
[[nodiscard]] QString consequenceOfData(int seconds, int idleSeconds);
[[nodiscard]] QString consequenceOfSessions(int sessions);
[[nodiscard]] QString consequenceOfSessionsPerClient(int sessions);
[[nodiscard]] QString consequenceOfSessionsPerNetwork(const FilterSettings &settings);
[[nodiscard]] QString consequenceOfBanner(const QString &banner);

/// Reads "STOR, DELE, SITE CHMOD" into upper-case commands, without repeats. Fails for what cannot be an FTP command.
[[nodiscard]] Result<QList<QString>> parseCommands(const QString &text);

} // namespace ferry::ui
