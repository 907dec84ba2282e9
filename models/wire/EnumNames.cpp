#include "models/wire/EnumNames.h"

#include <QCoreApplication>
#include <QStringList>

namespace ferry {

template <>
std::span<const QStringView> enumNames<ErrorCode>()
{
    static constexpr QStringView names[]{u"invalid-input", u"not-found", u"conflict", u"denied", u"unreachable",
        u"timed-out", u"refused", u"unsupported", u"protocol", u"io", u"cancelled", u"internal"};
    static_assert(std::size(names) == static_cast<std::size_t>(ErrorCode::Internal) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<Role>()
{
    static constexpr QStringView names[]{u"viewer", u"operator", u"administrator"};
    static_assert(std::size(names) == static_cast<std::size_t>(Role::Administrator) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<TlsMode>()
{
    static constexpr QStringView names[]{u"none", u"explicit", u"implicit"};
    static_assert(std::size(names) == static_cast<std::size_t>(TlsMode::Implicit) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<FtpSoftware>()
{
    static constexpr QStringView names[]{u"vsftpd", u"proftpd", u"pure-ftpd", u"iis"};
    static_assert(std::size(names) == static_cast<std::size_t>(FtpSoftware::Iis) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<Engine>()
{
    static constexpr QStringView names[]{u"builtin", u"nftables", u"haproxy", u"proftpd"};
    static_assert(std::size(names) == static_cast<std::size_t>(Engine::Proftpd) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<AuthTls>()
{
    static constexpr QStringView names[]{u"deny", u"pass", u"terminate"};
    static_assert(std::size(names) == static_cast<std::size_t>(AuthTls::Terminate) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<UpstreamTls>()
{
    static constexpr QStringView names[]{u"same", u"clear", u"required"};
    static_assert(std::size(names) == static_cast<std::size_t>(UpstreamTls::Required) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<CommandPreset>()
{
    static constexpr QStringView names[]{u"full", u"read-only", u"upload-only", u"custom"};
    static_assert(std::size(names) == static_cast<std::size_t>(CommandPreset::Custom) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<Originator>()
{
    static constexpr QStringView names[]{u"client", u"gateway", u"server"};
    static_assert(std::size(names) == static_cast<std::size_t>(Originator::Server) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<LogAction>()
{
    static constexpr QStringView names[]{u"Initiated Connection", u"Closed Connection", u"Denied Connection",
        u"Failed Connection Attempt", u"Connection Status"};
    static_assert(std::size(names) == static_cast<std::size_t>(LogAction::ConnectionStatus) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<TransactionState>()
{
    static constexpr QStringView names[]{u"none", u"prepared", u"committed"};
    static_assert(std::size(names) == static_cast<std::size_t>(TransactionState::Committed) + 1);
    return names;
}

QString unknownEnumName(QStringView name, std::span<const QStringView> known)
{
    QStringList choices;
    for (const QStringView choice : known)
        choices << choice.toString();
    return QCoreApplication::translate("JsonDecoder", "\"%1\" is none of %2.")
        .arg(name.left(64), choices.join(QStringLiteral(", ")));
}

} // namespace ferry
