#pragma once

#include "FullSample.h"

#include <QRandomGenerator>

namespace ferry::test {

/// Makes rule sets that hold every kind of value in every place it may stand in; the same seed gives the same one.
class RandomRuleSet {
public:
    explicit RandomRuleSet(quint32 seed) : m_random(seed) {}

    RuleSet make(int rules)
    {
        RuleSet set;
        set.revision = below(1000);
        for (int i = 0, n = below(5); i < n; ++i)
            set.gateways.append(gateway(i));
        for (int i = 0, n = below(5); i < n; ++i)
            set.protocols.append(protocol(i));
        for (int i = 0, n = below(5); i < n; ++i)
            set.ftpServices.append(service(i, set));
        for (int i = 0; i < rules; ++i)
            set.rules.append(rule(i, set));
        return set;
    }

private:
    int below(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    bool coin() { return below(2) == 0; }

    /// Text with everything that has to survive escaping; never blank.
    QString text(bool mayHaveLines = false)
    {
        static const QStringList pieces{u"a"_s, u"Zürich"_s, u"\"quoted\""_s, u"back\\slash"_s, u"/"_s, u"\u20ac"_s,
            u"\U0001F680"_s, u"%1"_s, u"\u2028"_s, u"\u00a0x"_s, u"e\u0301"_s};
        QString made(u"n"_s);
        for (int i = 0, n = below(6); i < n; ++i)
            made += pieces[below(static_cast<int>(pieces.size()))] + (mayHaveLines && coin() ? u"\n\t"_s : u" "_s);
        return made;
    }
    QString maybe(const QString &value) { return coin() ? value : QString(); }

    Address address()
    {
        if (coin())
            return Address::fromTrusted(
                u"%1.%2.%3.%4"_s.arg(below(256)).arg(below(256)).arg(below(256)).arg(below(256)));
        QStringList groups;
        for (int i = 0; i < 8; ++i)
            groups << QString::number(coin() ? 0 : below(65536), 16);
        return Address::fromTrusted(groups.join(u':'));
    }
    Network network()
    {
        const Address any = address();
        const int prefix = below(any.bitCount() + 1);
        return Network::fromTrusted(u"%1/%2"_s.arg(any.masked(prefix).toString()).arg(prefix));
    }
    quint16 port() { return static_cast<quint16>(1 + below(65535)); }
    PortRange range()
    {
        const quint16 a = port();
        const quint16 b = coin() ? a : port();
        return PortRange::fromTrusted(std::min(a, b), std::max(a, b));
    }
    template <class T>
    static void appendNew(QList<T> &list, const T &value)
    {
        if (!list.contains(value))
            list << value;
    }

    Gateway gateway(int i)
    {
        Gateway made{GatewayId::fromTrusted(u"gw-%1"_s.arg(i)), text(), maybe(u"gw-%1.example:7521"_s.arg(i)),
            static_cast<Engine>(below(4)), {}, maybe(text())};
        for (int n = below(3); n > 0; --n)
            appendNew(made.externalAddresses, address());
        for (int n = below(3); n > 0; --n)
            made.clientAddresses << *ClientAddress::parse(u"10.%1.0.0/16=192.0.2.%1"_s.arg(below(250)));
        return made;
    }

    ProtocolDefinition protocol(int i)
    {
        ProtocolDefinition made;
        made.id = ProtocolId::fromTrusted(u"p_%1"_s.arg(i));
        made.name = text();
        made.description = maybe(text(true));
        made.filter = coin() ? ApplicationFilter::Ftp : ApplicationFilter::None;
        for (int n = below(4); n > 0; --n) {
            const ProtocolConnection next{coin() ? Direction::Inbound : Direction::Outbound, range()};
            const bool collides = std::any_of(made.primary.cbegin(), made.primary.cend(), [&](const auto &other) {
                return other.direction == next.direction && other.ports.overlaps(next.ports);
            });
            if (!collides)
                made.primary << next;
        }
        for (int n = below(3); n > 0; --n)
            made.secondary.append({coin() ? Direction::Inbound : Direction::Outbound, range()});
        return made;
    }

    FtpService service(int i, const RuleSet &set)
    {
        FtpService made;
        made.id = ServiceId::fromTrusted(u"files.%1"_s.arg(i));
        made.name = text();
        made.agent = maybe(u"[2001:db8::%1]:1"_s.arg(i));
        made.software = static_cast<FtpSoftware>(below(4));
        made.configPath = maybe(u"/etc/ftp %1/ä.conf"_s.arg(i));
        made.serviceUnit = maybe(u"vsftpd@%1.service"_s.arg(i));
        if (coin())
            made.passivePorts = range();
        for (int n = below(4); n > 0; --n) {
            FtpSite site{u"site %1"_s.arg(n), address(), port(), {}, static_cast<TlsMode>(below(3))};
            if (coin())
                site.externalAddress.everywhere = address();
            for (const Gateway &gateway : set.gateways) {
                if (coin())
                    site.externalAddress.perGateway.insert(gateway.id, address());
            }
            made.sites << site;
        }
        return made;
    }

    FilterSettings filter()
    {
        static const QList<QString> commands{u"RETR"_s, u"STOR"_s, u"SITE CHMOD"_s, u"XCRC"_s};
        FilterSettings made{coin(), static_cast<AuthTls>(below(3)), static_cast<UpstreamTls>(below(3)),
            {static_cast<CommandPreset>(below(4)), commands.mid(0, below(4)), commands.mid(below(4))}, {coin(), coin()},
            coin(), coin(), 64 + below(65473), 1 + below(86400), 1 + below(3600), below(1000001), below(1000001),
            maybe(text()), coin(), 1 + below(86400), below(1000001), 8 + below(25), 16 + below(113)};
        return made;
    }

    PublishingRule rule(int i, const RuleSet &set)
    {
        PublishingRule made;
        made.id = RuleId::fromTrusted(u"r%1"_s.arg(i));
        made.name = text();
        made.description = maybe(text(true));
        made.enabled = coin();
        made.protocol = set.protocols.at(below(static_cast<int>(set.protocols.size()))).id;
        for (const Gateway &gateway : set.gateways) {
            if (coin())
                made.gateways << gateway.id;
        }
        made.listener = {address(), coin() ? port() : quint16(0)};
        made.server = BareServer{address(), coin() ? port() : quint16(21)};
        if (!set.ftpServices.isEmpty() && coin()) {
            const FtpService &service = set.ftpServices.at(below(static_cast<int>(set.ftpServices.size())));
            if (!service.sites.isEmpty())
                made.server =
                    ServiceSite{service.id, service.sites.at(below(static_cast<int>(service.sites.size()))).name};
        }
        for (int n = below(3); n > 0; --n)
            appendNew(made.from, network());
        if (coin())
            made.externalAddress = address();
        if (coin())
            made.filter = filter();
        made.log = coin();
        made.reason = maybe(text(true));
        return made;
    }

    QRandomGenerator m_random;
};

} // namespace ferry::test
