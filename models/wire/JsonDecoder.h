#pragma once

#include "models/base/Address.h"
#include "models/base/Id.h"
#include "models/base/PortRange.h"
#include "models/base/Result.h"
#include "models/wire/EnumNames.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <QVarLengthArray>

#include <chrono>
#include <concepts>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

namespace ferry {

/// One value of a received document, and where it stands. Decoding is total: whatever the value
/// is, a decoder either fills its target or reports why not, and the first report wins. Nodes live
/// on the stack of their decoder; the pointer text is put together only when something is wrong.
class JsonNode {
public:
    JsonNode(const QJsonValue &value, std::optional<Error> &error) : m_value(value), m_error(&error) {}
    [[nodiscard]] JsonNode member(QStringView key, const QJsonValue &value) const { return {value, this, key, -1}; }
    [[nodiscard]] JsonNode element(qsizetype index, const QJsonValue &value) const { return {value, this, {}, index}; }

    [[nodiscard]] const QJsonValue &value() const { return m_value; }
    [[nodiscard]] bool hasFailed() const { return m_error->has_value(); }
    /// RFC 6901; empty for the whole document.
    [[nodiscard]] QString pointer() const;
    /// Reports that this value was not accepted, and why, in a sentence.
    void refuse(const QString &why) const;
    /// Reports that the value has another type than "text", "a number", ...
    void refuseType(const QString &expected) const;

private:
    JsonNode(const QJsonValue &value, const JsonNode *parent, QStringView key, qsizetype index)
        : m_value(value), m_error(parent->m_error), m_parent(parent), m_key(key), m_index(index)
    {
    }

    const QJsonValue m_value;
    std::optional<Error> *m_error;
    const JsonNode *m_parent = nullptr;
    QStringView m_key;
    qsizetype m_index = -1;
};

void decode(const JsonNode &node, QString &out);
void decode(const JsonNode &node, bool &out);
void decode(const JsonNode &node, QDateTime &out);
void decode(const JsonNode &node, Address &out);
void decode(const JsonNode &node, Network &out);
void decode(const JsonNode &node, PortRange &out);
void decode(const JsonNode &node, QJsonObject &out);
void decode(const JsonNode &node, QJsonValue &out);

/// The whole number in `node` if it lies between the bounds; otherwise reports and gives nothing.
[[nodiscard]] std::optional<qint64> decodeInteger(const JsonNode &node, qint64 lowest, qint64 highest);

template <class T>
    requires(std::integral<T> && !std::same_as<T, bool>)
void decode(const JsonNode &node, T &out)
{
    constexpr auto top = std::numeric_limits<qint64>::max();
    constexpr qint64 highest =
        std::cmp_greater(std::numeric_limits<T>::max(), top) ? top : static_cast<qint64>(std::numeric_limits<T>::max());
    if (const auto number = decodeInteger(node, static_cast<qint64>(std::numeric_limits<T>::min()), highest))
        out = static_cast<T>(*number);
}

template <class Rep, class Period>
void decode(const JsonNode &node, std::chrono::duration<Rep, Period> &out)
{
    // Ten years: far from the overflow of any later arithmetic.
    constexpr auto longest = std::chrono::duration_cast<std::chrono::duration<Rep, Period>>(std::chrono::hours(87600));
    if (const auto count = decodeInteger(node, 0, longest.count()))
        out = std::chrono::duration<Rep, Period>(*count);
}

template <class T>
    requires std::is_enum_v<T>
void decode(const JsonNode &node, T &out)
{
    QString name;
    decode(node, name);
    if (node.hasFailed())
        return;
    if (const std::optional<T> value = enumFromName<T>(name))
        out = *value;
    else
        node.refuse(unknownEnumName(name, enumNames<T>()));
}

template <class Tag>
void decode(const JsonNode &node, Id<Tag> &out)
{
    QString text;
    decode(node, text);
    if (node.hasFailed())
        return;
    if (const Result<Id<Tag>> id = Id<Tag>::parse(text))
        out = *id;
    else
        node.refuse(id.error().why);
}

/// A value to decode into, also for types that have no empty state of their own.
template <class T>
[[nodiscard]] T blankForDecoding()
{
    if constexpr (std::same_as<T, PortRange>)
        return PortRange::fromTrusted(1, 1);
    else if constexpr (std::same_as<T, Network>)
        return Network::fromTrusted(u"0.0.0.0/0");
    else
        return T{};
}

template <class T>
void decode(const JsonNode &node, std::optional<T> &out)
{
    T value = blankForDecoding<T>();
    decode(node, value);
    out = std::move(value);
}

void refuseUnlessArray(const JsonNode &node);

template <class T>
void decode(const JsonNode &node, QList<T> &out)
{
    refuseUnlessArray(node);
    if (node.hasFailed())
        return;
    const QJsonArray array = node.value().toArray();
    out.clear();
    out.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        T value = blankForDecoding<T>();
        decode(node.element(i, array.at(i)), value);
        if (node.hasFailed())
            return;
        out.append(std::move(value));
    }
}

/// The members of one object. After the first failure the rest is skipped. Keys are literals.
class JsonFields {
public:
    /// Reports if `node` is not an object.
    explicit JsonFields(const JsonNode &node);

    template <class T>
    JsonFields &required(QStringView key, T &out)
    {
        if (const QJsonValue value = take(key, true); !m_node.hasFailed())
            decode(m_node.member(key, value), out);
        return *this;
    }
    /// Leaves `out` as it is where the member is absent.
    template <class T>
    JsonFields &optional(QStringView key, T &out)
    {
        if (const QJsonValue value = take(key, false); !m_node.hasFailed() && !value.isUndefined())
            decode(m_node.member(key, value), out);
        return *this;
    }
    /// Reports a member that was not asked for: configurations must not lose a setting silently.
    void refuseOthers() const;

private:
    [[nodiscard]] QJsonValue take(QStringView key, bool isRequired);

    const JsonNode &m_node;
    QJsonObject m_object;
    QVarLengthArray<QStringView, 16> m_found;
};

/// Decodes a whole document. Fails with Protocol; the subject is the JSON pointer of the value at fault.
template <class T>
[[nodiscard]] Result<T> fromJson(const QJsonValue &json)
{
    std::optional<Error> error;
    T value = blankForDecoding<T>();
    decode(JsonNode(json, error), value);
    if (error)
        return failure(std::move(*error));
    return value;
}

template <class T>
[[nodiscard]] QJsonArray toJsonArray(const QList<T> &list)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(toJson(item));
    return array;
}

/// ISO 8601 in UTC with milliseconds; empty for a time that is not known.
[[nodiscard]] QString timeToJson(const QDateTime &time);

} // namespace ferry
