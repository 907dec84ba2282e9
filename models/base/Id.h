#pragma once

#include "models/base/Result.h"

#include <QHashFunctions>
#include <QString>

namespace ferry {

/// True for 1 to 64 characters `a-z 0-9 . _ -` that start with a letter or digit and hold no "..".
/// Ids become file names and nft/HAProxy identifiers, so nothing else is let in.
[[nodiscard]] bool isValidId(QStringView text);

/// Makes an id out of a name a person typed: lower case, runs of anything else become "-";
/// `fallback` where nothing is left.
[[nodiscard]] QString idFromName(QStringView name, QStringView fallback);

/// The Error that a malformed id gets. @internal to Id::parse.
[[nodiscard]] Error malformedId(QStringView text);

/// The id of one kind of object; ids of different kinds cannot be mixed up.
template <class Tag>
class Id {
public:
    /// The null id: names nothing.
    Id() = default;

    [[nodiscard]] static Result<Id> parse(QStringView text)
    {
        if (!isValidId(text))
            return failure(malformedId(text));
        return Id(text.toString());
    }

    /// For ids known to be well-formed (literals, values made by idFromName).
    [[nodiscard]] static Id fromTrusted(QString text) { return Id(std::move(text)); }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isNull() const { return m_text.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    explicit Id(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

using RuleId = Id<struct RuleTag>;
using ProtocolId = Id<struct ProtocolTag>;
using GatewayId = Id<struct GatewayTag>;
using ServiceId = Id<struct ServiceTag>;

} // namespace ferry
