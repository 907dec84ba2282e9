#pragma once

#include "models/base/Result.h"
#include "models/edits/Edit.h"
#include "models/wire/NodeStatus.h"

#include <QStringList>

namespace ferry {

/// What one FTP service of the rule set becomes by taking over what its server has; before anything is done. Applied
/// back to that server it changes nothing there.
struct ServerImport {
    /// A setting about which the two differ, in words.
    struct Item {
        QString site;     ///< empty: of the whole server
        QString setting;  ///< "Passive range"
        QString ruleSet;  ///< what the rule set says now
        QString server;   ///< what the server has

        bool operator==(const Item &) const = default;
    };

    QList<Item> items;
    QStringList notes;  ///< what stays as it is although the server has it otherwise, and why: sentences
    FtpService service; ///< as it becomes
    QList<std::pair<QString, QString>> renamedSites; ///< from, to; rules that publish them go along

    [[nodiscard]] bool changesNothing() const { return items.isEmpty(); }
};

/// What `observation`, of the service's agent, says about the service. Fails with NotFound where that agent does not
/// manage it.
[[nodiscard]] Result<ServiceConfig> foundOnServer(const Observation &observation, const FtpService &service);

/// `service` is in the rule set, or one that is to be added, with an id, a name and an agent.
[[nodiscard]] ServerImport previewServerImport(
    const RuleSet &ruleSet, const FtpService &service, const ServiceConfig &found);

/// Takes it over in one undoable step; adds the service where the rule set does not have it.
[[nodiscard]] EditPtr importFromServer(const ServerImport &import);

} // namespace ferry
