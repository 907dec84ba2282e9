#include "app/agent/services/pure_ftpd/PureFtpdOptions.h"

#include "app/agent/services/pure_ftpd/PureFtpdFiles.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Form { Switch, Number, TwoNumbers, OneOrTwoNumbers, Limits, Umask, Text, Ignored, Method, MethodWithFile };

struct Row {
    QByteArrayView key;
    QStringView option;
    Form form;
};

// %conf and %authconf of Debian's wrapper, version 1.0.50; the three of certificates are known to later ones.
constexpr std::array rows{
    Row{"AllowAnonymousFXP", u"-W", Form::Switch},
    Row{"AllowDotFiles", u"-z", Form::Switch},
    Row{"AllowUserFXP", u"-w", Form::Switch},
    Row{"AltLog", u"-O", Form::Text},
    Row{"AnonymousBandwidth", u"-t", Form::OneOrTwoNumbers},
    Row{"AnonymousCanCreateDirs", u"-M", Form::Switch},
    Row{"AnonymousCantUpload", u"-i", Form::Switch},
    Row{"AnonymousOnly", u"-e", Form::Switch},
    Row{"AnonymousRatio", u"-q", Form::TwoNumbers},
    Row{"AntiWarez", u"-s", Form::Switch},
    Row{"AutoRename", u"-r", Form::Switch},
    Row{"Bind", u"-S", Form::Text},
    Row{"BrokenClientsCompatibility", u"-b", Form::Switch},
    Row{"CallUploadScript", u"-o", Form::Switch},
    Row{"CertFile", u"-2", Form::Text},
    Row{"CertFileAndKey", u"-2", Form::Text},
    Row{"ChrootEveryone", u"-A", Form::Switch},
    Row{"ClientCharset", u"-9", Form::Ignored},
    Row{"CreateHomeDir", u"-j", Form::Switch},
    Row{"CustomerProof", u"-Z", Form::Switch},
    Row{"Daemonize", u"-B", Form::Switch},
    Row{"DisplayDotFiles", u"-D", Form::Switch},
    Row{"DontResolve", u"-H", Form::Switch},
    Row{"ExtAuth", u"extauth", Form::MethodWithFile},
    Row{"ExtCert", u"-3", Form::Text},
    Row{"FSCharset", u"-8", Form::Ignored},
    Row{"ForcePassiveIP", u"-P", Form::Text},
    Row{"FortunesFile", u"-F", Form::Text},
    Row{"IPV4Only", u"-4", Form::Switch},
    Row{"IPV6Only", u"-6", Form::Switch},
    Row{"KeepAllFiles", u"-K", Form::Switch},
    Row{"LDAPConfigFile", u"ldap", Form::MethodWithFile},
    Row{"LimitRecursion", u"-L", Form::Limits},
    Row{"LogPID", u"-1", Form::Switch},
    Row{"MaxClientsNumber", u"-c", Form::Number},
    Row{"MaxClientsPerIP", u"-C", Form::Number},
    Row{"MaxDiskUsage", u"-k", Form::Number},
    Row{"MaxIdleTime", u"-I", Form::Number},
    Row{"MaxLoad", u"-m", Form::Number},
    Row{"MinUID", u"-u", Form::Number},
    Row{"MySQLConfigFile", u"mysql", Form::MethodWithFile},
    Row{"NATmode", u"-N", Form::Switch},
    Row{"NoAnonymous", u"-E", Form::Switch},
    Row{"NoChmod", u"-R", Form::Switch},
    Row{"NoRename", u"-G", Form::Switch},
    Row{"NoTruncate", u"-0", Form::Switch},
    Row{"PAMAuthentication", u"pam", Form::Method},
    Row{"PGSQLConfigFile", u"pgsql", Form::MethodWithFile},
    Row{"PassivePortRange", u"-p", Form::TwoNumbers},
    Row{"PerUserLimits", u"-y", Form::TwoNumbers},
    Row{"ProhibitDotFilesRead", u"-X", Form::Switch},
    Row{"ProhibitDotFilesWrite", u"-x", Form::Switch},
    Row{"PureDB", u"puredb", Form::MethodWithFile},
    Row{"Quota", u"-n", Form::TwoNumbers},
    Row{"SyslogFacility", u"-f", Form::Text},
    Row{"TLS", u"-Y", Form::Number},
    Row{"TLSCipherSuite", u"-J", Form::Text},
    Row{"TrustedGID", u"-a", Form::Number},
    Row{"TrustedIP", u"-V", Form::Text},
    Row{"Umask", u"-U", Form::Umask},
    Row{"UnixAuthentication", u"unix", Form::Method},
    Row{"UserBandwidth", u"-T", Form::OneOrTwoNumbers},
    Row{"UserRatio", u"-Q", Form::TwoNumbers},
    Row{"VerboseLog", u"-d", Form::Switch},
};

const Row *rowOf(const QByteArray &key)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &candidate) { return candidate.key == key; });
    return row == rows.end() ? nullptr : &*row;
}

bool isMethod(const Row &row)
{
    return row.form == Form::Method || row.form == Form::MethodWithFile;
}

/// What a value has to look like; its groups are joined by ":".
QString patternOf(Form form)
{
    switch (form) {
    case Form::Number:
        return u"(\\d+)"_s;
    case Form::TwoNumbers:
        return u"(\\d+)\\s+(\\d+)"_s;
    case Form::OneOrTwoNumbers:
        return u"(\\d*):?(?:\\s*)(\\d*)"_s;
    case Form::Limits:
        return u"(-?\\d+)\\s+(-?\\d+)"_s;
    case Form::Umask:
        return u"([0-7]{3})\\s+([0-7]{3})"_s;
    case Form::Switch:
    case Form::Method:
        return u"(?i:yes|no|on|off|1|0)"_s;
    case Form::Text:
    case Form::MethodWithFile:
        return u"(\\S+)"_s;
    case Form::Ignored:
        return u".*"_s;
    }
    return {};
}

} // namespace

bool isPureFtpdAuthentication(const QByteArray &key)
{
    const Row *row = rowOf(key);
    return row && isMethod(*row);
}

Result<QStringList> pureFtpdOption(const QString &file, const QByteArray &key, const QByteArray &value)
{
    const auto refuse = [&](const QString &why, const QString &remedy) {
        return failure(ErrorCode::Refused, file,
            QCoreApplication::translate("PureFtpdOptions", "pure-ftpd-wrapper does not take the configuration."), why,
            remedy);
    };
    const Row *row = rowOf(key);
    if (!row) {
        return refuse(
            QCoreApplication::translate("PureFtpdOptions", "It has no setting \"%1\".").arg(QString::fromLatin1(key)),
            QCoreApplication::translate("PureFtpdOptions", "Remove %1.").arg(file));
    }
    const QString text = QString::fromUtf8(value);
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(patternOf(row->form)));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch()) {
        return refuse(QCoreApplication::translate("PureFtpdOptions", "\"%1\" is not what %2 takes.")
                          .arg(text, QString::fromLatin1(key)),
            QCoreApplication::translate("PureFtpdOptions", "Correct %1.").arg(file));
    }
    const QString option = row->option.toString();
    const bool isOff = (row->form == Form::Switch || row->form == Form::Method) && !isPureFtpdYes(value);
    if (row->form == Form::Ignored || isOff)
        return QStringList();
    if (row->form == Form::Switch)
        return QStringList{option};
    if (row->form == Form::Method)
        return QStringList{u"-l"_s, option};
    const QString joined = match.capturedTexts().mid(1).join(u':');
    return row->form == Form::MethodWithFile ? QStringList{u"-l"_s, option + u':' + joined}
                                             : QStringList{option, joined};
}

} // namespace ferry::agent
