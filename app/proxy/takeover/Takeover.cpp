#include "app/proxy/takeover/Takeover.h"

#include "app/proxy/config/ConfigFile.h"
#include "app/proxy/config/ConfigReader.h"
#include "app/proxy/control/Farewell.h"
#include "app/proxy/control/SessionTable.h"
#include "app/proxy/data/ChannelTable.h"
#include "app/proxy/takeover/Arrival.h"

#include <algorithm>

namespace ferry::proxy {
namespace {

// For the new process to say that nothing more is on its way; it does so at once unless it is stopped or ends.
constexpr std::chrono::seconds goodbyePatience{5};

} // namespace

Takeover::Takeover(Services &services, RuleTable &rules, TakeoverOwner &owner)
    : m_services(services)
    , m_rules(rules)
    , m_owner(owner)
    , m_predecessors(services.loop, static_cast<PredecessorsOwner &>(*this))
{
}

Takeover::~Takeover() = default;

Result<> Takeover::arrive(const Options &options, AdminServer &admin)
{
    Result<Arrival> arrival = Arrival::begin(options.control, admin.path());
    if (!arrival)
        return failure(arrival.error());
    Result<std::vector<Arrival::Listening>> sockets = arrival->listeners();
    if (!sockets)
        return failure(sockets.error());
    std::vector<std::shared_ptr<Listener>> received;
    std::vector<std::shared_ptr<Listener>> kept;
    for (Arrival::Listening &one : *sockets) {
        const auto listener = m_rules.receive(one.place.at, std::move(one.socket));
        if (!listener)
            return failure(listener.error());
        received.push_back(*listener);
        if (one.place.isKept)
            kept.push_back(*listener);
    }
    Result<std::vector<Arrival::Earlier>> earlier = arrival->predecessors();
    if (!earlier)
        return failure(earlier.error());
    if (const Result<> configured = configure(options, arrival->offer().configuration); !configured)
        return configured;
    if (const Result<> resigned = arrival->resign(admin.path(), options.takeoverDeadline); !resigned)
        return resigned;
    admin.wasMovedTo(options.control);
    const Result<Arrival::State> state = arrival->state();
    if (!state)
        return failure(state.error());
    if (const Result<> settled = arrival->settle(); !settled)
        return settled;

    // From here on this process is the one that serves.
    m_services.sessions.continueAfter(state->lastSession);
    for (const std::shared_ptr<LiveRule> &rule : m_rules.rules())
        rule->counters().isDraining =
            std::find(state->draining.begin(), state->draining.end(), rule->rule().id) != state->draining.end();
    for (Arrival::Earlier &one : *earlier) {
        Predecessor &added = m_predecessors.add(std::move(one.process), std::move(one.link));
        added.keep(kept);
        added.follow(LogFeed::create(m_services.loop, m_services.log, added.process().control, LogFeed::Begin::Now));
    }
    inherit(*arrival, options, std::move(kept));
    return {};
}

Result<> Takeover::configure(const Options &options, const std::string &offered)
{
    if (options.config.empty() && offered.empty())
        return {};
    Result<Configuration> configuration =
        options.config.empty() ? readConfiguration(offered) : readConfigurationFile(options.config);
    if (!configuration)
        return failure(configuration.error());
    m_services.log.setGateway(configuration->gateway);
    return m_rules.apply(std::move(*configuration));
}

void Takeover::inherit(Arrival &arrival, const Options &options, std::vector<std::shared_ptr<Listener>> kept)
{
    const Arrival::Offer &offer = arrival.offer();
    const std::string aside = pathBeside(options.control, static_cast<pid_t>(offer.pid));
    Predecessor &predecessor = m_predecessors.add({offer.pid, aside}, arrival.takeLink());
    predecessor.keep(std::move(kept));
    predecessor.follow(LogFeed::create(m_services.loop, m_services.log, aside, LogFeed::Begin::WithKeptLines));
    m_predecessors.resume();
    const std::string text = "This process (" + std::string(FERRYGATE_VERSION) + ") has taken over from process "
        + std::to_string(offer.pid) + " (" + offer.version + "). Configuration " + m_rules.generation()
        + " is running.";
    m_services.log.write({.text = text});
}

Result<Link> Takeover::offer(AdminServer &admin, const std::string &control)
{
    if (hasResigned())
        return failure("Another process has taken over already: connect anew.");
    if (m_departure && m_departure->isOpen())
        return failure("Another process is just taking over: wait until it is through.");
    Result<Link::Pair> pair = Link::open();
    if (!pair)
        return failure(pair.error());
    m_departure = Departure::create({.loop = m_services.loop,
                                        .rules = m_rules,
                                        .admin = admin,
                                        .predecessors = m_predecessors,
                                        .owner = static_cast<DepartureOwner &>(*this)},
        std::move(pair->here), control);
    if (!m_departure)
        return failure("The link to the new process could not be watched.");
    return std::move(pair->there);
}

void Takeover::withdraw(std::string_view why)
{
    if (m_departure)
        m_departure->withdraw(why);
}

void Takeover::onSettled(std::chrono::seconds deadline)
{
    m_services.loop.arm(*this, m_services.loop.now() + deadline);
    const std::string text = "Another process has taken over; this one ends with its last session, or in "
        + std::to_string(deadline.count()) + " s.";
    m_services.log.write({.text = text});
}

void Takeover::onSuccessorGone()
{
    if (!m_isLeaving)
        m_services.log.write({.text = "The process that has taken over has ended."});
}

void Takeover::onWithdrawn(std::string_view why)
{
    const std::string text = "Another process has not taken over, this one goes on: " + std::string(why);
    m_services.log.write({.text = text});
}

bool Takeover::take(const Endpoint &listener, Accepted &accepted)
{
    return m_owner.take(listener, accepted);
}

void Takeover::onReopenLog()
{
    m_services.log.reopenFile();
}

void Takeover::onUnclaimed(const Endpoint &listener, Accepted accepted)
{
    m_owner.onUnclaimed(listener, std::move(accepted));
}

void Takeover::onTimeout()
{
    m_owner.onOver(m_isLeaving ? "" : "The gateway's program was replaced.");
}

void Takeover::checkForEnd()
{
    if (!m_departure || !m_departure->hasSettled())
        return;
    if (m_isLeaving) {
        if (m_departure->isDismissed())
            m_owner.onOver("");
        return;
    }
    if (m_services.sessions.size() > 0 || m_services.channels.size() > 0 || m_services.farewells.size() > 0)
        return;
    m_isLeaving = true;
    // What is on its way may be for the sessions of a third process: it is given back first.
    if (!m_departure->sayLeaving()) {
        m_owner.onOver("");
        return;
    }
    m_services.loop.arm(*this, m_services.loop.now() + goodbyePatience);
}

} // namespace ferry::proxy
