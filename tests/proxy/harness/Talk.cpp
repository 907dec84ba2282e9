#include "tests/proxy/harness/Talk.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

Wire logIn(Wire client)
{
    if (!client.reply().startsWith("220") || !sayLogin(client))
        client.close();
    return client;
}

bool sayLogin(Wire &client)
{
    return client.command("USER ann").startsWith("331") && client.command("PASS x").startsWith("230");
}

std::uint16_t announcedPort(const QByteArray &reply, const QString &address)
{
    static const QRegularExpression passive(u"^227 .*\\((\\d+,\\d+,\\d+,\\d+),(\\d+),(\\d+)\\)"_s);
    static const QRegularExpression extended(u"^229 .*\\(\\|\\|\\|(\\d+)\\|\\)"_s);
    const QString text = QString::fromLatin1(reply);
    if (const auto match = extended.match(text); match.hasMatch())
        return static_cast<std::uint16_t>(match.captured(1).toInt());
    const auto match = passive.match(text);
    if (!match.hasMatch() || match.captured(1).replace(u',', u'.') != address)
        return 0;
    return static_cast<std::uint16_t>(match.captured(2).toInt() << 8 | match.captured(3).toInt());
}

QByteArray numbered(qsizetype size)
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i)
        bytes += QByteArray::number(i) + '\n';
    bytes.truncate(size);
    return bytes;
}
