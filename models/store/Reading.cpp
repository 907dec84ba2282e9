#include "models/store/Reading.h"

#include "models/base/Endpoint.h"
#include "models/store/StoreText.h"

#include <QRegularExpression>

namespace ferry {
namespace {

bool isControl(QChar c)
{
    // General category Cc: the C0 and C1 controls, and DEL.
    return c < u' ' || (c >= u'\x7f' && c <= u'\x9f');
}

qsizetype lengthInCharacters(const QString &text)
{
    return text.size() - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

Error notAccepted(const QString &why, const QString &remedy)
{
    return {ErrorCode::InvalidInput, {}, {}, why, remedy};
}

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))).match(text).hasMatch();
}

} // namespace

void Reading::refuse(qsizetype offset, const QString &why, const QString &remedy)
{
    problems.add(offset, json.pointer(), why, remedy);
}

void Reading::refuseKind(const QString &expected)
{
    const JsonCursor::Kind kind = json.peek();
    if (kind == JsonCursor::Kind::None)
        return;
    const auto found = [kind] {
        switch (kind) {
        case JsonCursor::Kind::Object:
            return StoreText::tr("an object");
        case JsonCursor::Kind::Array:
            return StoreText::tr("a list");
        case JsonCursor::Kind::String:
            return StoreText::tr("a text");
        case JsonCursor::Kind::Number:
            return StoreText::tr("a number");
        case JsonCursor::Kind::Bool:
            return StoreText::tr("true or false");
        default:
            return StoreText::tr("null");
        }
    };
    refuse(json.offset(), StoreText::tr("This is %1, where %2 is expected.").arg(found(), expected),
        StoreText::tr("Write %1, or leave the field out.").arg(expected));
    json.skip();
}

void Reading::refuseTakenId(qsizetype offset, const QString &why)
{
    JsonCursor object(source.sliced(offset));
    const bool isInside = object.enterObject();
    while (isInside && object.nextKey() && object.key() != QByteArrayView("id"))
        object.skip();
    problems.add(
        offset + object.valueOffset(), json.pointer() + QLatin1String("/id"), why, StoreText::tr("Choose another id."));
}

std::optional<QString> Reading::anyText(qsizetype &offset)
{
    if (json.peek() != JsonCursor::Kind::String) {
        refuseKind(StoreText::tr("a text"));
        return std::nullopt;
    }
    offset = json.offset();
    QString text = json.readString();
    if (json.fault())
        return std::nullopt;
    return text;
}

bool Reading::text(QString &out, const TextForm &form)
{
    return parsed([&](const QString &given) -> std::optional<Error> {
        if (given.size() > form.maxLength && lengthInCharacters(given) > form.maxLength) {
            return notAccepted(StoreText::tr("The text has more than %1 characters.").arg(form.maxLength),
                StoreText::tr("Shorten it."));
        }
        for (const QChar c : given) {
            if (isControl(c) && !(form.mayHaveLines && (c == u'\n' || c == u'\t'))) {
                return notAccepted(StoreText::tr("The text holds the control character U+%1.")
                                       .arg(c.unicode(), 4, 16, QLatin1Char('0')),
                    StoreText::tr("Remove it."));
            }
        }
        if (!form.mayBeBlank && given.trimmed().isEmpty())
            return notAccepted(
                StoreText::tr("The text is blank."), StoreText::tr("Write something that people recognize."));
        out = given;
        return std::nullopt;
    });
}

bool Reading::flag(bool &out)
{
    if (json.peek() != JsonCursor::Kind::Bool) {
        refuseKind(StoreText::tr("true or false"));
        return false;
    }
    out = json.readBool();
    return !json.fault();
}

bool Reading::number(int &out, int low, int high)
{
    if (json.peek() != JsonCursor::Kind::Number) {
        refuseKind(StoreText::tr("a number"));
        return false;
    }
    const qsizetype offset = json.offset();
    const QByteArrayView digits = json.readNumber();
    if (json.fault())
        return false;
    bool isWhole = false;
    const qlonglong value = digits.toByteArray().toLongLong(&isWhole);
    if (!isWhole || value < low || value > high) {
        refuse(offset,
            StoreText::tr("%1 is not a whole number from %2 to %3.")
                .arg(QString::fromUtf8(digits.first(std::min<qsizetype>(digits.size(), 24))))
                .arg(low)
                .arg(high),
            StoreText::tr("Write a whole number in that range."));
        return false;
    }
    out = static_cast<int>(value);
    return true;
}

bool Reading::port(quint16 &out)
{
    int value = 0;
    if (!number(value, 1, 65535))
        return false;
    out = static_cast<quint16>(value);
    return true;
}

bool Reading::ports(PortRange &out)
{
    return parsed([&](const QString &given) -> std::optional<Error> {
        const Result<PortRange> range = PortRange::parse(given);
        if (!range)
            return range.error();
        // People may type blanks and dashes; a file has one form, so that differences are differences.
        static const QRegularExpression fileForm(QStringLiteral("^[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?\\z"));
        if (!fileForm.match(given).hasMatch()) {
            return notAccepted(StoreText::tr("\"%1\" is not the form of ports in a file.").arg(given),
                StoreText::tr("Write \"%1\".").arg(range->toString()));
        }
        out = *range;
        return std::nullopt;
    });
}

bool Reading::address(Address &out)
{
    return parsed([&](const QString &given) -> std::optional<Error> {
        const Result<Address> address = Address::parse(given);
        if (!address)
            return address.error();
        out = *address;
        return std::nullopt;
    });
}

bool Reading::clientAddress(ClientAddress &out)
{
    return parsed([&](const QString &given) -> std::optional<Error> {
        const Result<ClientAddress> address = ClientAddress::parse(given);
        if (!address)
            return address.error();
        out = *address;
        return std::nullopt;
    });
}

bool Reading::network(Network &out)
{
    return parsed([&](const QString &given) -> std::optional<Error> {
        const Result<Network> network = Network::parse(given);
        if (!network)
            return network.error();
        out = *network;
        return std::nullopt;
    });
}

bool Reading::agent(QString &out)
{
    return parsed([&](const QString &given) -> std::optional<Error> {
        if (const Result<Endpoint> endpoint = Endpoint::parse(given); !endpoint && !given.isEmpty())
            return endpoint.error();
        out = given;
        return std::nullopt;
    });
}

bool Reading::path(QString &out)
{
    QString given;
    const qsizetype offset = json.valueOffset();
    if (!text(given, {TextLimits::path}))
        return false;
    const bool isAbsolute = given.isEmpty() || given.startsWith(u'/') || matches(given, "[A-Za-z]:[/\\\\].*");
    if (!isAbsolute || matches(given, "(.*[/\\\\])?\\.\\.([/\\\\].*)?")) {
        refuse(offset, StoreText::tr("\"%1\" is not an absolute path without \"..\".").arg(given.left(200)),
            StoreText::tr("Write the whole path, such as /etc/vsftpd.conf."));
        return false;
    }
    out = given;
    return true;
}

bool Reading::unit(QString &out)
{
    return parsed([&](const QString &given) -> std::optional<Error> {
        // systemd.unit(5) names these characters.
        static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9:_.@\\\\-]{0,255}\\z"));
        static_assert(TextLimits::unit == 255);
        if (!form.match(given).hasMatch()) {
            return notAccepted(StoreText::tr("\"%1\" is not the name of a service unit.").arg(given.left(100)),
                StoreText::tr("Write a name such as vsftpd.service."));
        }
        out = given;
        return std::nullopt;
    });
}

bool Reading::command(QString &out)
{
    return parsed([&](const QString &given) -> std::optional<Error> {
        // RFC 959 section 5.3: three or four letters; servers have longer ones of their own.
        static const QRegularExpression form(QStringLiteral("^[A-Z][A-Z0-9]{1,15}( [A-Z0-9][A-Z0-9_-]{0,31})?\\z"));
        if (!form.match(given).hasMatch()) {
            return notAccepted(StoreText::tr("\"%1\" is not an FTP command.").arg(given.left(100)),
                StoreText::tr("Write it in capitals, such as RETR or SITE CHMOD."));
        }
        out = given;
        return std::nullopt;
    });
}

std::optional<std::size_t> Reading::choiceIndex(std::span<const QStringView> names)
{
    std::optional<std::size_t> index;
    parsed([&](const QString &given) -> std::optional<Error> {
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i] == given) {
                index = i;
                return std::nullopt;
            }
        }
        return notAccepted(unknownEnumName(given, names), StoreText::tr("Write one of them."));
    });
    return index;
}

bool Reading::enterList()
{
    if (json.peek() != JsonCursor::Kind::Array) {
        refuseKind(StoreText::tr("a list"));
        return false;
    }
    return json.enterArray();
}

void Reading::skipBeyond(qsizetype limit)
{
    if (json.index() == limit) {
        refuse(json.valueOffset(), StoreText::tr("The list has more than %1 elements.").arg(limit),
            StoreText::tr("Remove some of them."));
    }
    json.skip();
}

void Reading::repeated(qsizetype offset)
{
    refuse(offset, StoreText::tr("This value stands in the list already."), StoreText::tr("Remove one of them."));
}

} // namespace ferry
