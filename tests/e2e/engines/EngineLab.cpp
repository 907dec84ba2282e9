#include "tests/e2e/engines/EngineLab.h"

#include "models/wire/JsonDecoder.h"
#include "models/wire/Requests.h"
#include "tests/support/Ports.h"

#include <QCryptographicHash>
#include <QFile>
#include <QStandardPaths>

namespace ferry::e2e {

using namespace Qt::Literals::StringLiterals;

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<std::unique_ptr<EngineLab>> EngineLab::start(const QList<Engine> &engines)
{
    std::unique_ptr<EngineLab> lab(new EngineLab);
    auto server = FtpServerFixture::start();
    if (!server)
        return failure(server.error());
    lab->m_server = std::move(*server);
    const quint16 low = test::freePorts({u"127.0.0.2"_s, u"127.0.0.3"_s}, 4);
    lab->m_passive = PortRange::fromTrusted(low, low + 3);
    const QByteArray passive = "pasv_min_port=" + QByteArray::number(low)
        + "\npasv_max_port=" + QByteArray::number(low + 3) + "\npasv_address=127.0.0.2";
    if (const Result<> restarted = lab->m_server->restartWith(passive); !restarted)
        return failure(restarted.error());
    lab->m_engine = engines.first();
    lab->m_agent = std::make_unique<test::AgentLab>(test::AgentLab::Manages::Gateway, QString(), engines);
    if (!lab->m_agent->start())
        return failure(ErrorCode::Io, u"ferrygate-agent"_s, u"The agent does not listen."_s, lab->m_agent->output());
    lab->m_rule = lab->m_agent->config(lab->m_passive).gateways[0].rules[0];
    lab->m_rule.serverPort = lab->m_server->port();
    lab->m_rule.serverTls = TlsMode::Explicit;
    lab->m_rule.filterOn = false;
    lab->m_rule.filter.enabled = false;
    lab->m_rule.dataPorts.clear();
    lab->m_rule.relayPorts = {lab->m_passive};
    return lab;
}

RpcReply EngineLab::prepare(
    const QList<PublishedRule> &rules, const QString &transaction, std::chrono::seconds confirmWithin)
{
    PrepareRequest request = m_agent->prepareRequest(transaction, m_generation, m_passive);
    request.config.gateways[0].engine = m_engine;
    request.config.gateways[0].rules = rules;
    request.confirmWithin = confirmWithin;
    m_wanted = generationOf(request.config);
    return m_agent->connectAs(Role::Administrator)->ask(u"apply.prepare", toJson(request));
}

RpcReply EngineLab::ask(QStringView method, const QString &transaction)
{
    return m_agent->connectAs(Role::Administrator)->ask(method, toJson(TransactionRequest{transaction, {}}));
}

bool EngineLab::apply(const QList<PublishedRule> &rules)
{
    const QString transaction = u"t%1"_s.arg(++m_applies);
    for (const RpcReply &reply :
        {prepare(rules, transaction), ask(u"apply.commit", transaction), ask(u"apply.confirm", transaction)}) {
        if (!reply) {
            qWarning("%s", qPrintable(reply.error().error.text()));
            return false;
        }
    }
    m_generation = m_wanted;
    return true;
}

QString EngineLab::url(const QString &file, const QString &scheme) const
{
    return u"%1://127.0.0.2:%2/%3"_s.arg(scheme).arg(m_rule.listenPort).arg(file);
}

QByteArray EngineLab::bigFile() const
{
    return contentOf(m_server->paths().files() + u"/pub/big.bin"_s);
}

QString systemProgram(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/sbin"_s}) : found;
}

} // namespace ferry::e2e
