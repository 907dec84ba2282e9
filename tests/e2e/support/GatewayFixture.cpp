#include "tests/e2e/support/GatewayFixture.h"

#include "tests/e2e/support/FtpServerFixture.h"
#include "tests/e2e/support/Programs.h"
#include "tests/support/Programs.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace ferry::e2e {

using namespace Qt::Literals::StringLiterals;

Result<std::unique_ptr<GatewayFixture>> GatewayFixture::start(const Rule &rule)
{
    auto fixture = std::make_unique<GatewayFixture>();
    fixture->m_port = freePort(fixture->m_address);
    QJsonObject server{
        {u"address"_s, rule.server.toString()}, {u"port"_s, rule.serverPort}, {u"tls"_s, rule.serverTls}};
    for (auto at = rule.serverMore.begin(); at != rule.serverMore.end(); ++at)
        server.insert(at.key(), at.value());
    QJsonObject published{
        {u"id"_s, u"r"_s},
        {u"name"_s, u"r"_s},
        {u"listen"_s, QJsonObject{{u"address"_s, fixture->m_address.toString()}, {u"port"_s, fixture->m_port}}},
        {u"server"_s, server},
        {u"relayPorts"_s, QJsonArray::fromStringList(rule.relayPorts)},
        {u"externalAddress"_s, fixture->m_address.toString()},
        {u"filter"_s, rule.filter},
    };
    for (auto at = rule.more.begin(); at != rule.more.end(); ++at)
        published.insert(at.key(), at.value());
    const QJsonObject configuration{
        {u"format"_s, u"ferrygate-proxy"_s},
        {u"version"_s, 1},
        {u"generation"_s, u"00"_s},
        {u"gateway"_s, u"gw-1"_s},
        {u"sourceAddress"_s, fixture->m_address.toString()},
        {u"rules"_s, QJsonArray{published}},
    };
    QFile file(fixture->m_directory.filePath(u"proxy.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(configuration).toJson()) < 0)
        return failure(ErrorCode::Io, file.fileName(), u"The gateway did not start."_s, file.errorString());
    file.close();
    fixture->m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &entry : rule.environment)
        environment.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
    fixture->m_process.setProcessEnvironment(environment);
    fixture->m_process.start(programDirectory() + u"/ferrygate-proxy"_s,
        {u"--control"_s, fixture->m_directory.filePath(u"proxy.sock"_s), u"--config"_s, file.fileName(), u"--log"_s,
            fixture->m_directory.filePath(u"proxy.log"_s)});
    if (fixture->m_process.waitForStarted() && waitForListener(fixture->m_address, fixture->m_port))
        return fixture;
    return failure(ErrorCode::Io, file.fileName(), u"The gateway did not start."_s, fixture->m_process.errorString());
}

QByteArray GatewayFixture::log() const
{
    QFile file(m_directory.filePath(u"proxy.log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

GatewayFixture::~GatewayFixture()
{
    test::endProgram(m_process);
}

} // namespace ferry::e2e
