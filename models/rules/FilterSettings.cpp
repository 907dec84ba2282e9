#include "models/rules/FilterSettings.h"

#include <QSet>

namespace ferry {
namespace {

// Commands that change nothing on the server: what "read only" lets through besides login and transfer set-up.
const QSet<QString> &commandsThatStore()
{
    static const QSet<QString> commands{
        QStringLiteral("STOR"),
        QStringLiteral("STOU"),
        QStringLiteral("APPE"),
        QStringLiteral("ALLO"),
    };
    return commands;
}

const QSet<QString> &commandsThatChange()
{
    static const QSet<QString> commands{
        QStringLiteral("RNFR"),
        QStringLiteral("RNTO"),
        QStringLiteral("DELE"),
        QStringLiteral("RMD"),
        QStringLiteral("XRMD"),
        QStringLiteral("MKD"),
        QStringLiteral("XMKD"),
        QStringLiteral("SITE"),
        QStringLiteral("MFMT"),
        QStringLiteral("SMNT"),
    };
    return commands;
}

const QSet<QString> &commandsThatRead()
{
    static const QSet<QString> commands{QStringLiteral("RETR")};
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
        return !commandsThatStore().contains(base) && !commandsThatChange().contains(base);
    case CommandPreset::UploadOnly:
        return !commandsThatRead().contains(base) && !commandsThatChange().contains(base);
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
