#include "models/rules/EnumNames.h"

#include <QCoreApplication>
#include <QStringList>

namespace ferry {

template <>
std::span<const QStringView> enumNames<Direction>()
{
    static constexpr QStringView names[]{u"inbound", u"outbound"};
    static_assert(std::size(names) == static_cast<std::size_t>(Direction::Outbound) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<ApplicationFilter>()
{
    static constexpr QStringView names[]{u"none", u"ftp"};
    static_assert(std::size(names) == static_cast<std::size_t>(ApplicationFilter::Ftp) + 1);
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

QString unknownEnumName(QStringView name, std::span<const QStringView> known)
{
    QStringList choices;
    for (const QStringView choice : known)
        choices << choice.toString();
    return QCoreApplication::translate("EnumNames", "\"%1\" is none of %2.")
        .arg(name.left(64), choices.join(QStringLiteral(", ")));
}

} // namespace ferry
