#include "tests/e2e/matrix/rows/Combination.h"

namespace ferry::matrix {

using namespace Qt::Literals::StringLiterals;

QList<Combination> allCombinations()
{
    QList<Combination> all;
    for (const Handling handling : {Handling::Off, Handling::Pass, Handling::Terminate}) {
        for (const auto &[security, version] : {std::pair(Security::Plain, TlsVersion::None),
                 std::pair(Security::Explicit, TlsVersion::Tls12), std::pair(Security::Explicit, TlsVersion::Tls13),
                 std::pair(Security::Implicit, TlsVersion::Tls12), std::pair(Security::Implicit, TlsVersion::Tls13)}) {
            for (const DataMode mode : {DataMode::Pasv, DataMode::Epsv, DataMode::Port, DataMode::Eprt})
                all << Combination{handling, security, version, mode};
        }
    }
    return all;
}

QString name(Handling handling)
{
    switch (handling) {
    case Handling::Off:
        return u"off"_s;
    case Handling::Pass:
        return u"pass"_s;
    case Handling::Terminate:
        return u"terminate"_s;
    }
    return {};
}

QString securityName(const Combination &combination)
{
    if (combination.security == Security::Plain)
        return u"plain"_s;
    return (combination.security == Security::Explicit ? u"explicit"_s : u"implicit"_s)
        + (combination.version == TlsVersion::Tls12 ? u" TLS 1.2"_s : u" TLS 1.3"_s);
}

QString name(DataMode mode)
{
    switch (mode) {
    case DataMode::Pasv:
        return u"PASV"_s;
    case DataMode::Epsv:
        return u"EPSV"_s;
    case DataMode::Port:
        return u"PORT"_s;
    case DataMode::Eprt:
        return u"EPRT"_s;
    }
    return {};
}

} // namespace ferry::matrix
