#include "app/backend/agents/AgentEndpoint.h"

#include <QCoreApplication>
#include <QUrl>

namespace ferry::backend {

Result<AgentEndpoint> AgentEndpoint::parse(QStringView text)
{
    const QString given = text.toString();
    QUrl url;
    // Only the authority part of a URL may be in it: no user, no path.
    if (!given.isEmpty() && !given.contains(u'@') && !given.contains(u'/') && !given.contains(u'?')
        && !given.contains(u'#'))
        url = QUrl(QStringLiteral("agent://") + given, QUrl::StrictMode);
    const int port = url.port(defaultPort);
    if (!url.isValid() || url.host().isEmpty() || port < 1) {
        return failure(ErrorCode::InvalidInput, given,
            QCoreApplication::translate("AgentEndpoint", "The agent's address was not accepted."),
            QCoreApplication::translate("AgentEndpoint", "\"%1\" is not a host and a port.").arg(given),
            QCoreApplication::translate("AgentEndpoint", "Write it as gw-1.example.net:7521 or 203.0.113.1:7521."));
    }
    return AgentEndpoint{url.host(), static_cast<quint16>(port)};
}

} // namespace ferry::backend
