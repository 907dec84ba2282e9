#include "app/ctl/verbs/EnrollVerb.h"

#include "app/backend/agents/ClientIdentity.h"
#include "app/backend/enroll/EnrolmentServer.h"
#include "app/backend/enroll/IdentityFolder.h"
#include "app/ctl/cli/RuleSetArgument.h"
#include "models/wire/EnumNames.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkInterface>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::IdentityFolder;

constexpr int mostMinutes = 24 * 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("EnrollVerb", text);
}

int fail(const Call &call, const Error &error)
{
    call.terminal.error(error);
    return ExitError;
}

QString identityPath(const Call &call)
{
    if (call.options.isSet(u"identity"_s))
        return call.options.value(u"identity"_s);
    const QString fromEnvironment = qEnvironmentVariable("FERRYGATE_IDENTITY");
    return fromEnvironment.isEmpty() ? backend::ClientIdentity::defaultDirectory() : fromEnvironment;
}

QString ownName()
{
    for (const char *variable : {"USER", "USERNAME", "LOGNAME"}) {
        const QString name = qEnvironmentVariable(variable);
        if (!name.isEmpty())
            return name;
    }
    return tr("administrator");
}

int init(const Call &call)
{
    IdentityFolder folder(identityPath(call));
    const QString name = call.options.isSet(u"name"_s) ? call.options.value(u"name"_s) : ownName();
    if (const Result<void> made = folder.create(name); !made)
        return fail(call, made.error());
    call.terminal.json({{u"identity"_s, folder.path()}, {u"name"_s, name}, {u"role"_s, u"administrator"_s}});
    call.terminal.line(tr("%1 is an administrator now. Keys and authority are in %2.").arg(name, folder.path()));
    return ExitDone;
}

int user(const Call &call)
{
    const QString name = call.arguments.value(1);
    const QString out = call.options.value(u"out"_s);
    const std::optional<Role> role = enumFromName<Role>(call.options.value(u"role"_s));
    const QString what = tr("No certificate was issued.");
    if (name.isEmpty() || out.isEmpty())
        return fail(call,
            {ErrorCode::InvalidInput, {}, what, tr("A name and --out are needed."),
                tr("See \"ferryctl enroll --help\".")});
    if (!role)
        return fail(
            call, {ErrorCode::InvalidInput, u"--role"_s, what, tr("It is viewer, operator or administrator."), {}});
    const IdentityFolder folder(identityPath(call));
    if (const Result<void> issued = folder.issueTo(out, name, *role); !issued)
        return fail(call, issued.error());
    call.terminal.json({{u"identity"_s, out}, {u"name"_s, name}, {u"role"_s, enumName(*role)}});
    call.terminal.line(
        tr("%1 (%2) can use the identity in %3. Hand it over on a safe way.").arg(name, enumName(*role), out));
    return ExitDone;
}

// An address that other machines can reach; the loopback one where there is no other.
QString ownAddress()
{
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address.isGlobal() && address.protocol() == QAbstractSocket::IPv4Protocol)
            return address.toString();
    }
    return QHostAddress(QHostAddress::LocalHost).toString();
}

Result<backend::EnrolmentServer::Request> tokenRequest(const Call &call)
{
    const QString what = tr("No token was made.");
    backend::EnrolmentServer::Request request;
    request.node = call.options.value(u"node"_s);
    if (!isValidId(request.node)) {
        return failure(ErrorCode::InvalidInput, u"--node"_s, what,
            tr("A node's name is 1 to 64 characters of a-z, 0-9, \".\", \"_\" and \"-\"."),
            tr("Name it, such as gw-1."));
    }
    for (const QString &address : call.options.values(u"address"_s)) {
        const Result<backend::AgentEndpoint> endpoint = backend::AgentEndpoint::parse(address);
        if (!endpoint)
            return failure(endpoint.error());
        request.addresses.append(endpoint->host);
    }
    if (request.addresses.isEmpty()) {
        return failure(ErrorCode::InvalidInput, u"--address"_s, what,
            tr("Consoles check that the agent's certificate names its address."),
            tr("Say under which address or name the agent is reached; more than one is possible."));
    }
    bool isNumber = false;
    const int minutes = call.options.value(u"minutes"_s).toInt(&isNumber);
    if (!isNumber || minutes < 1 || minutes > mostMinutes)
        return failure(ErrorCode::InvalidInput, u"--minutes"_s, what, tr("It takes 1 to 1440."));
    request.validFor = std::chrono::minutes(minutes);
    const QString listen = call.options.value(u"listen"_s);
    const QString host = listen.contains(u':') ? listen.section(u':', 0, -2) : listen;
    request.host = host.isEmpty() ? ownAddress() : host;
    request.port = listen.contains(u':') ? listen.section(u':', -1).toUShort() : quint16(0);
    if (QHostAddress(request.host).isNull())
        return failure(
            ErrorCode::InvalidInput, u"--listen"_s, what, tr("\"%1\" is not an IP address.").arg(request.host));
    return request;
}

int token(const Call &call)
{
    const Result<backend::EnrolmentServer::Request> request = tokenRequest(call);
    if (!request)
        return fail(call, request.error());
    const Result<pki::Identity> authority = IdentityFolder(identityPath(call)).authority();
    if (!authority)
        return fail(call, authority.error());
    const SystemClock clock;
    backend::EnrolmentServer server(*authority, clock);
    const Result<QString> text = server.start(*request);
    if (!text)
        return fail(call, text.error());

    // The token first, and at once: whoever reads it carries it to the agent while this waits.
    call.terminal.json({{u"token"_s, *text}, {u"node"_s, request->node}});
    call.terminal.line(*text);
    call.terminal.progress(tr("Waiting for \"ferrygate-agent enroll TOKEN\" on %1\u2026").arg(request->node));
    QEventLoop loop;
    int exitCode = ExitError;
    QObject::connect(
        &server, &backend::EnrolmentServer::enrolled, &loop, [&](const QString &node, const QString &peer) {
            call.terminal.progress(tr("%1 enrolled from %2.").arg(node, peer));
            exitCode = ExitDone;
            loop.quit();
        });
    QObject::connect(&server, &backend::EnrolmentServer::refused, &loop,
        [&](const QString &peer, const QString &why) { call.terminal.note(tr("Refused %1: %2").arg(peer, why)); });
    QObject::connect(&server, &backend::EnrolmentServer::expired, &loop, [&] {
        call.terminal.note(tr("ferryctl: The token was not used in time. Make another one."));
        loop.quit();
    });
    loop.exec();
    return exitCode;
}

} // namespace

QString EnrollVerb::summary() const
{
    return tr("makes keys, and lets agents and people in");
}

QString EnrollVerb::help() const
{
    return tr("init   makes an authority and an administrator's certificate in the identity directory.\n"
              "token  prints a token and waits until \"ferrygate-agent enroll TOKEN\" was run with it on the new node. "
              "It works\n"
              "       once, for --minutes, and pins the authority, so that the agent cannot be lured to another one.\n"
              "user   issues a certificate for another person.\n\n"
              "Exit code 0: done; token: used. 1: not done; token: expired.\n\n"
              "  ferryctl enroll init --name \"Ann Example\"\n"
              "  ferryctl enroll token --node gw-1 --address gw-1.example.net --address 203.0.113.1\n"
              "  ferryctl enroll user Bob --role operator --out ./bob");
}

QString EnrollVerb::jsonShape() const
{
    return u"init, user: {\"identity\", \"name\", \"role\"}; token: {\"token\", \"node\"} before it waits"_s;
}

void EnrollVerb::addOptions(QCommandLineParser &parser) const
{
    parser.addOption(
        {u"identity"_s, tr("Directory with the authority. Default: $FERRYGATE_IDENTITY, or your own."), tr("DIR")});
    parser.addOption({u"name"_s, tr("init: your name, as audit logs will show it."), tr("NAME")});
    parser.addOption({u"node"_s, tr("token: the new node's name."), tr("NAME")});
    parser.addOption({u"address"_s, tr("token: an address or host name of the node; may be repeated."), tr("ADDRESS")});
    parser.addOption({u"listen"_s,
        tr("token: where the agent finds this program. Default: an address of this machine."), tr("ADDRESS[:PORT]")});
    parser.addOption({u"minutes"_s, tr("token: how long it is good for, 1 to 1440."), tr("MINUTES"), u"15"_s});
    parser.addOption({u"role"_s, tr("user: viewer, operator or administrator."), tr("ROLE"), u"viewer"_s});
    parser.addOption({u"out"_s, tr("user: directory for the new identity."), tr("DIR")});
}

int EnrollVerb::run(const Call &call) const
{
    const QString which = call.arguments.first();
    if (which == "init"_L1 && call.arguments.size() == 1)
        return init(call);
    if (which == "token"_L1 && call.arguments.size() == 1)
        return token(call);
    if (which == "user"_L1)
        return user(call);
    return fail(call,
        {ErrorCode::InvalidInput, which, tr("Nothing was done."), tr("\"enroll\" takes init, token or user NAME."),
            tr("See \"ferryctl enroll --help\".")});
}

} // namespace ferry::ctl
