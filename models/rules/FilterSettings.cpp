#include "models/rules/FilterSettings.h"

#include <QSet>

namespace ferry {
namespace {

using Commands = QSet<QString>;

Commands commandsIn(const QString &words)
{
    const QStringList commands = words.split(u' ');
    return Commands(commands.cbegin(), commands.cend());
}

// What a session needs that changes nothing on the server (RFC 959, 2228, 2389, 2428, 2640, 3659, 4217, 7151 and the X
// forms of RFC 775). The narrow presets let nothing else pass: a server may know commands that nobody has heard of.
// The proxy's command policy has the same list, and tests/fixtures/command-policy.txt holds both to it.
const Commands &harmless()
{
    static const Commands commands = commandsIn(QStringLiteral(
        "ABOR ACCT ADAT AUTH CCC CDUP CLNT CWD EPRT EPSV FEAT HELP HOST LANG LIST MDTM MLSD MLST MODE NLST NOOP OPTS "
        "PASS PASV PBSZ PORT PROT PWD QUIT REIN REST SIZE STAT STRU SYST TYPE USER XCUP XCWD XMD5 XPWD XSHA1 XSHA256 "
        "XSHA512"));
    return commands;
}

const Commands &reading()
{
    static const Commands commands{QStringLiteral("RETR")};
    return commands;
}

const Commands &storing()
{
    static const Commands commands = commandsIn(QStringLiteral("ALLO APPE STOR STOU"));
    return commands;
}

QString baseCommand(const QString &command)
{
    return command.section(u' ', 0, 0);
}

} // namespace

bool allows(const CommandPolicy &policy, const QString &command)
{
    const QString base = baseCommand(command);
    switch (policy.preset) {
    case CommandPreset::Full:
        return true;
    case CommandPreset::ReadOnly:
        return harmless().contains(base) || reading().contains(base);
    case CommandPreset::UploadOnly:
        return harmless().contains(base) || storing().contains(base);
    case CommandPreset::Custom:
        if (policy.deny.contains(command) || policy.deny.contains(base))
            return false;
        return policy.allow.isEmpty() || policy.allow.contains(command) || policy.allow.contains(base);
    }
    return false;
}

const QList<QString> &knownFtpCommands()
{
    static const QList<QString> commands = QStringLiteral(
        "ABOR ACCT ADAT ALLO APPE AUTH CCC CDUP CONF CWD DELE ENC EPRT EPSV FEAT HELP HOST LIST MDTM MIC MKD MLSD MLST "
        "MODE NLST NOOP OPTS PASS PASV PBSZ PORT PROT PWD QUIT REIN REST RETR RMD RNFR RNTO SITE SIZE SMNT STAT STOR "
        "STOU STRU SYST TYPE USER")
                                               .split(u' ');
    return commands;
}

} // namespace ferry
