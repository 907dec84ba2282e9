#include "ui/dialogs/AgentAddress.h"

#include "models/base/PortRange.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace ferry::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AgentAddress)
};

} // namespace

std::optional<Error> agentAddressProblem(const QString &text)
{
    if (text.isEmpty())
        return {};
    // A host name or IPv4 address as it is, an IPv6 address in brackets: RFC 3986 section 3.2.2.
    static const QRegularExpression form(QStringLiteral("^([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\]):([0-9]{1,5})$"));
    const QRegularExpressionMatch match = form.match(text);
    if (match.hasMatch() && PortRange::parse(match.capturedView(2)))
        return {};
    return Error{ErrorCode::InvalidInput, text, Words::tr("The agent was not accepted."),
        Words::tr("\"%1\" is not a host with a port.").arg(text),
        Words::tr("Write host and port, such as 198.51.100.20:7521 or [2001:db8::20]:7521.")};
}

} // namespace ferry::ui
