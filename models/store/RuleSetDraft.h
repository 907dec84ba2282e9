#pragma once

#include "models/rules/RuleSet.h"

#include <deque>
#include <vector>

namespace ferry {

/// Objects of one kind in the order of the file; where an id stands twice, `rows` has the first. The ids of built-in
/// definitions are taken by row -1.
template <class Object>
struct DraftTable {
    std::deque<Object> objects;  ///< never moves what it holds: rules are large, and there are many
    QHash<decltype(Object::id), qsizetype> rows;

    [[nodiscard]] const Object &at(qsizetype row) const { return objects.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] bool contains(const decltype(Object::id) &id) const { return rows.contains(id); }
    [[nodiscard]] const Object *find(const decltype(Object::id) &id) const
    {
        const auto row = rows.constFind(id);
        return row == rows.cend() || *row < 0 ? nullptr : &objects.at(static_cast<std::size_t>(*row));
    }
};

/// A place in the file where something refers to an object that was not read yet. Kept small, since a file may have
/// its rules in front: the name itself is read again at the end.
struct Reference {
    enum class Kind : quint8 { RuleProtocol, RuleGateway, RuleService, RuleSite, SiteGateway };

    qsizetype offset = 0;
    qint32 row = 0;    ///< of the rule or FTP service
    qint32 inner = 0;  ///< of the gateway in the rule's list, or of the site
    Kind kind = Kind::RuleProtocol;
};

/// A rule set on its way in: not yet known to be right. Rows are those of the file.
struct RuleSetDraft {
    int revision = 0;
    DraftTable<ProtocolDefinition> protocols;
    DraftTable<Gateway> gateways;
    DraftTable<FtpService> ftpServices;
    DraftTable<PublishingRule> rules;
    std::vector<Reference> references;
};

} // namespace ferry
