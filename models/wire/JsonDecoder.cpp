#include "models/wire/JsonDecoder.h"

#include <QCoreApplication>

namespace ferry {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("JsonDecoder", text);
}

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return tr("null");
    case QJsonValue::Bool:
        return tr("true or false");
    case QJsonValue::Double:
        return tr("a number");
    case QJsonValue::String:
        return tr("text");
    case QJsonValue::Array:
        return tr("a list");
    case QJsonValue::Object:
        return tr("an object");
    case QJsonValue::Undefined:
        break;
    }
    return tr("nothing");
}

/// `text` read by `parse`, its reason reported where it does not fit.
template <class T, class Parse>
void decodeText(const JsonNode &node, T &out, Parse parse)
{
    QString text;
    decode(node, text);
    if (node.hasFailed())
        return;
    if (const Result<T> value = parse(text))
        out = *value;
    else
        node.refuse(value.error().why);
}

} // namespace

QString JsonNode::pointer() const
{
    if (!m_parent)
        return {};
    if (m_index >= 0)
        return m_parent->pointer() + u'/' + QString::number(m_index);
    QString key = m_key.toString();
    key.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
    return m_parent->pointer() + u'/' + key;
}

void JsonNode::refuse(const QString &why) const
{
    if (hasFailed())
        return;
    const QString place = pointer();
    *m_error = Error{ErrorCode::Protocol, place.isEmpty() ? QStringLiteral("/") : place,
        tr("The message was not understood."), place.isEmpty() ? why : QStringLiteral("%1: %2").arg(place, why),
        tr("Use the same version of Ferrygate on both sides.")};
}

void JsonNode::refuseType(const QString &expected) const
{
    refuse(tr("%1 was expected, and %2 was found.").arg(expected, typeName(m_value)));
}

void decode(const JsonNode &node, QString &out)
{
    if (node.value().isString())
        out = node.value().toString();
    else
        node.refuseType(tr("text"));
}

void decode(const JsonNode &node, bool &out)
{
    if (node.value().isBool())
        out = node.value().toBool();
    else
        node.refuseType(tr("true or false"));
}

void decode(const JsonNode &node, QDateTime &out)
{
    QString text;
    decode(node, text);
    if (node.hasFailed())
        return;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        node.refuse(tr("\"%1\" is not a time such as 2026-01-31T12:00:00.000Z.").arg(text.left(64)));
    else
        out = time.toUTC();
}

void decode(const JsonNode &node, Address &out)
{
    decodeText(node, out, [](const QString &text) { return Address::parse(text); });
}

void decode(const JsonNode &node, Network &out)
{
    decodeText(node, out, [](const QString &text) { return Network::parse(text); });
}

void decode(const JsonNode &node, PortRange &out)
{
    decodeText(node, out, [](const QString &text) { return PortRange::parse(text); });
}

void decode(const JsonNode &node, QJsonObject &out)
{
    if (node.value().isObject())
        out = node.value().toObject();
    else
        node.refuseType(tr("an object"));
}

void decode(const JsonNode &node, QJsonValue &out)
{
    out = node.value();
}

std::optional<qint64> decodeInteger(const JsonNode &node, qint64 lowest, qint64 highest)
{
    if (!node.value().isDouble()) {
        node.refuseType(tr("a number"));
        return {};
    }
    // toInteger gives its default for numbers that are not whole or do not fit, so ask with two defaults.
    const qint64 number = node.value().toInteger(0);
    if (number != node.value().toInteger(1)) {
        node.refuse(tr("The number is not whole."));
        return {};
    }
    if (number < lowest || number > highest) {
        node.refuse(tr("%1 is not between %2 and %3.").arg(number).arg(lowest).arg(highest));
        return {};
    }
    return number;
}

void refuseUnlessArray(const JsonNode &node)
{
    if (!node.value().isArray())
        node.refuseType(tr("a list"));
}

JsonFields::JsonFields(const JsonNode &node) : m_node(node)
{
    decode(node, m_object);
}

QJsonValue JsonFields::take(QStringView key, bool isRequired)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined())
        m_found.append(key);
    else if (isRequired)
        m_node.refuse(tr("\"%1\" is missing.").arg(key));
    return value;
}

void JsonFields::refuseOthers() const
{
    if (m_found.size() == m_object.size())
        return;
    for (auto field = m_object.constBegin(); field != m_object.constEnd(); ++field) {
        const QString key = field.key();
        if (!m_found.contains(QStringView(key)))
            return m_node.member(key, field.value()).refuse(tr("This field is not known here."));
    }
}

QString timeToJson(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace ferry
