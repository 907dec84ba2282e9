#include "models/wire/ResultCode.h"

#include <QCoreApplication>

#include <array>

namespace ferry {
namespace {

struct CodeRow {
    quint32 code;
    const char *symbol;
    const char *meaning;
};

// Symbols and numbers as ISA Server 2006 and TMG 2010 log them; 10060 and 10061 are Winsock's.
constexpr std::array codes{
    CodeRow{resultcode::gracefulShutdown, "FWX_E_GRACEFUL_SHUTDOWN",
        QT_TRANSLATE_NOOP("ResultCode", "The connection was closed in an orderly way.")},
    CodeRow{resultcode::abortiveShutdown, "FWX_E_ABORTIVE_SHUTDOWN",
        QT_TRANSLATE_NOOP("ResultCode", "One of the two sides reset the connection.")},
    CodeRow{resultcode::connectionKilled, "FWX_E_CONNECTION_KILLED",
        QT_TRANSLATE_NOOP("ResultCode", "The gateway ended the connection.")},
    CodeRow{resultcode::policyRulesDenied, "FWX_E_POLICY_RULES_DENIED",
        QT_TRANSLATE_NOOP("ResultCode", "No publishing rule allows the connection.")},
    CodeRow{resultcode::isBusy, "FWX_E_IS_BUSY",
        QT_TRANSLATE_NOOP("ResultCode", "A limit on sessions or pending connections was reached.")},
    CodeRow{resultcode::networkRulesDenied, "FWX_E_NETWORK_RULES_DENIED",
        QT_TRANSLATE_NOOP("ResultCode", "The connection came from a network that may not use the rule.")},
    CodeRow{resultcode::notSynPacket, "FWX_E_TCP_NOT_SYN_PACKET_DROPPED",
        QT_TRANSLATE_NOOP("ResultCode", "A packet belonged to no known connection and was dropped.")},
    CodeRow{resultcode::timedOut, "WSAETIMEDOUT",
        QT_TRANSLATE_NOOP("ResultCode", "The other side did not answer in time.")},
    CodeRow{resultcode::refused, "WSAECONNREFUSED",
        QT_TRANSLATE_NOOP("ResultCode", "The other side refused the connection.")},
};

const CodeRow *rowFor(quint32 code)
{
    for (const CodeRow &row : codes) {
        if (row.code == code)
            return &row;
    }
    return nullptr;
}

bool isWinsockNumber(quint32 code)
{
    return code < 0x10000;
}

} // namespace

QString resultCodeSymbol(quint32 code)
{
    const CodeRow *row = rowFor(code);
    return row ? QString::fromLatin1(row->symbol) : QString();
}

QString resultCodeText(quint32 code)
{
    if (code == 0)
        return {};
    if (isWinsockNumber(code))
        return QString::number(code);
    const QString number = QStringLiteral("0x%1").arg(QString::number(code, 16).toUpper(), 8, QChar(u'0'));
    const QString symbol = resultCodeSymbol(code);
    return symbol.isEmpty() ? number : number + u' ' + symbol;
}

QString resultCodeMeaning(quint32 code)
{
    const CodeRow *row = rowFor(code);
    return row ? QCoreApplication::translate("ResultCode", row->meaning) : QString();
}

} // namespace ferry
