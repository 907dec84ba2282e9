#include "app/agent/engines/EngineRegistry.h"

#include "app/agent/engines/EngineSwitch.h"
#include "app/agent/engines/builtin/BuiltinEngine.h"
#include "app/agent/engines/haproxy/HaproxyEngine.h"
#include "app/agent/engines/nftables/NftablesEngine.h"
#include "app/agent/engines/proftpd/ProftpdEngine.h"
#include "models/wire/EnumNames.h"

#include <QCoreApplication>
#include <QDir>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

using Factory = std::unique_ptr<GatewayEngine> (*)(const GatewayEntry &, const QDir &state, const Clock &);

std::unique_ptr<GatewayEngine> createBuiltin(const GatewayEntry &entry, const QDir &state, const Clock &clock)
{
    const QString id = entry.id.text();
    return std::make_unique<BuiltinEngine>(
        BuiltinEngine::Setup{entry.id, entry.program, entry.controlSocket, state.filePath(u"engines/%1.json"_s.arg(id)),
            entry.log, state.filePath(u"processes/gateway-%1.json"_s.arg(id)),
            state.filePath(u"processes/gateway-%1.out"_s.arg(id)), entry.sourceAddress, entry.certificates,
            entry.serverPins, entry.serverAuthority},
        clock);
}

std::unique_ptr<GatewayEngine> createHaproxy(const GatewayEntry &entry, const QDir &state, const Clock &clock)
{
    const QString id = entry.id.text();
    return std::make_unique<HaproxyEngine>(
        HaproxyEngine::Setup{entry.id, entry.program, entry.environment, entry.controlSocket,
            state.filePath(u"engines/%1.cfg"_s.arg(id)), state.filePath(u"engines/%1.drained"_s.arg(id)),
            state.filePath(u"processes/gateway-%1.haproxy.json"_s.arg(id)),
            state.filePath(u"processes/gateway-%1.haproxy.out"_s.arg(id)), entry.sourceAddress},
        clock);
}

std::unique_ptr<GatewayEngine> createNftables(const GatewayEntry &entry, const QDir &state, const Clock &clock)
{
    const QString id = entry.id.text();
    return std::make_unique<NftablesEngine>(
        NftablesEngine::Setup{entry.id, state.filePath(u"engines/%1.nft"_s.arg(id)),
            state.filePath(u"engines/%1.nft.listing"_s.arg(id)), entry.sourceAddress},
        clock);
}

std::unique_ptr<GatewayEngine> createProftpd(const GatewayEntry &entry, const QDir &state, const Clock &clock)
{
    const QString id = entry.id.text();
    return std::make_unique<ProftpdEngine>(
        ProftpdEngine::Setup{entry.id, entry.program, entry.environment,
            state.filePath(u"engines/%1.proftpd.conf"_s.arg(id)),
            state.filePath(u"engines/%1.proftpd.drained"_s.arg(id)), state.filePath(u"engines/%1.proftpd"_s.arg(id)),
            state.filePath(u"processes/gateway-%1.proftpd.json"_s.arg(id)),
            state.filePath(u"processes/gateway-%1.proftpd.out"_s.arg(id)), entry.sourceAddress, entry.certificates,
            entry.serverPins, entry.serverAuthority},
        clock);
}

Factory factoryFor(Engine engine)
{
    switch (engine) {
    case Engine::Builtin:
        return createBuiltin;
    case Engine::Nftables:
        return createNftables;
    case Engine::Haproxy:
        return createHaproxy;
    case Engine::Proftpd:
        return createProftpd;
    }
    return nullptr;
}

Result<std::unique_ptr<GatewayEngine>> createOne(
    const GatewayEntry &entry, const QString &stateDirectory, const Clock &clock)
{
    if (const Factory factory = factoryFor(entry.engine))
        return factory(entry, QDir(stateDirectory), clock);
    return failure(ErrorCode::Unsupported, entry.id.text(),
        QCoreApplication::translate("EngineRegistry", "The gateway \"%1\" was not set up.").arg(entry.id.text()),
        QCoreApplication::translate("EngineRegistry", "This agent has no driver for the engine \"%1\".")
            .arg(enumName(entry.engine)),
        QCoreApplication::translate("EngineRegistry",
            "Set \"engine\" to \"builtin\", \"haproxy\", \"nftables\" or \"proftpd\" in agent.json."));
}

} // namespace

Result<std::unique_ptr<GatewayEngine>> createEngine(
    const GatewayEntry &entry, const QString &stateDirectory, const Clock &clock)
{
    if (entry.alternatives.isEmpty())
        return createOne(entry, stateDirectory, clock);
    std::vector<std::unique_ptr<GatewayEngine>> engines;
    for (const EngineEntry &one : QList<EngineEntry>{entry} + entry.alternatives) {
        GatewayEntry single = entry;
        static_cast<EngineEntry &>(single) = one;
        Result<std::unique_ptr<GatewayEngine>> engine = createOne(single, stateDirectory, clock);
        if (!engine)
            return engine;
        engines.push_back(std::move(*engine));
    }
    return std::make_unique<EngineSwitch>(
        QDir(stateDirectory).filePath(u"engines/%1.engine"_s.arg(entry.id.text())), std::move(engines));
}

} // namespace ferry::agent
