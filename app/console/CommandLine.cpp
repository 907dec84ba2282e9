#include "app/console/CommandLine.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ferry::console {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Publishes FTP and FTPS servers through a gateway."));
    const QCommandLineOption identity(
        u"identity"_s, Text::tr("Uses the keys in DIR instead of the user's own."), Text::tr("DIR"));
    const QCommandLineOption lab(
        u"lab"_s, Text::tr("Opens the lab that “ferryctl lab up” made in DIR."), Text::tr("DIR"));
    const QCommandLineOption theme(u"theme"_s, Text::tr("light, dark or system."), Text::tr("NAME"));
    parser.addOptions({identity, lab, theme});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(u"RULESET.json"_s, Text::tr("The rule set to open."), u"[RULESET.json]"_s);
    const auto refuse = [](const QString &why) {
        return failure(ErrorCode::InvalidInput, u"ferrygate"_s, Text::tr("The console was not started."), why,
            Text::tr("“ferrygate --help” lists what can be given."));
    };
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.positionalArguments().size() > 1)
        return refuse(Text::tr("More than one rule set was named."));
    CommandLine line;
    if (parser.isSet(help))
        line.information = parser.helpText();
    else if (parser.isSet(version))
        line.information = u"ferrygate %1\n"_s.arg(QCoreApplication::applicationVersion());
    line.ruleSet = parser.positionalArguments().value(0);
    line.identity = parser.value(identity);
    line.lab = parser.value(lab);
    line.scheme = parser.value(theme);
    return line;
}

} // namespace ferry::console
