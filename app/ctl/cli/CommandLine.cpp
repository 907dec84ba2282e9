#include "app/ctl/cli/Verb.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString overview()
{
    QList<QStringList> rows;
    for (const auto &verb : verbs())
        rows.append({verb->name(), verb->summary()});
    return tr("Publishes FTP and FTPS servers through a gateway, and proves that they can be reached.\n\n"
              "Usage: ferryctl VERB [OPTIONS] [ARGUMENTS]\n\n")
        + aligned(rows, u"  "_s)
        + tr("\n\n\"ferryctl VERB --help\" explains a verb. Exit codes: 0 done or nothing to do, "
             "2 changes or findings, 1 error.\n");
}

QString helpOf(const Verb &verb, const QCommandLineParser &parser)
{
    QList<QStringList> rows;
    // QCommandLineParser knows its options only through its help text.
    const QStringList lines = parser.helpText().split(u'\n');
    const qsizetype first = lines.indexOf(u"Options:"_s);
    QStringList options;
    for (qsizetype i = first + 1; i > 0 && i < lines.size() && !lines[i].isEmpty(); ++i)
        options.append(lines[i]);
    return tr("Usage: ferryctl %1 [OPTIONS] %2\n\n%3\n\n").arg(verb.name(), verb.synopsis(), verb.help())
        + tr("Options:\n") + options.join(u'\n') + u"\n\n"_s + tr("With --json:\n") + verb.jsonShape() + u'\n';
}

Error usageError(const QString &why, const QString &verb)
{
    return {ErrorCode::InvalidInput, {}, tr("Nothing was done."), why,
        verb.isEmpty() ? tr("See \"ferryctl --help\".") : tr("See \"ferryctl %1 --help\".").arg(verb)};
}

const Verb *findVerb(const QString &name)
{
    const auto found =
        std::find_if(verbs().begin(), verbs().end(), [&](const auto &verb) { return verb->name() == name; });
    return found == verbs().end() ? nullptr : found->get();
}

} // namespace

int runCommandLine(const QStringList &arguments, const Terminal::Streams &streams)
{
    Terminal terminal(streams);
    terminal.setJson(arguments.contains(u"--json"_s));
    const QString name = arguments.value(0);
    if (name.isEmpty() || name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1) {
        terminal.setJson(false);
        terminal.line(overview());
        return name.isEmpty() ? ExitError : ExitDone;
    }
    if (name == "--version"_L1) {
        terminal.setJson(false);
        terminal.line(u"ferryctl "_s + QCoreApplication::applicationVersion());
        return ExitDone;
    }
    const Verb *verb = findVerb(name);
    if (!verb) {
        terminal.error(usageError(tr("There is no verb \"%1\".").arg(name), {}));
        return ExitError;
    }

    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.addOption({{u"h"_s, u"help"_s}, tr("Explains this verb.")});
    parser.addOption({u"json"_s, tr("Prints one JSON document for programs.")});
    parser.addOption({u"progress"_s, tr("Tells on stderr what is being done, also where nobody watches.")});
    verb->addOptions(parser);
    const bool isParsed = parser.parse(QStringList{u"ferryctl"_s} + arguments.mid(1));
    if (isParsed && parser.isSet(u"help"_s)) {
        terminal.setJson(false);
        terminal.line(helpOf(*verb, parser));
        return ExitDone;
    }
    if (!isParsed) {
        terminal.error(usageError(parser.errorText(), name));
        return ExitError;
    }
    const QStringList rest = parser.positionalArguments();
    const auto [least, most] = verb->argumentCount();
    if (rest.size() < least || rest.size() > most) {
        terminal.error(usageError(tr("\"ferryctl %1\" takes %2.").arg(name, verb->synopsis()), name));
        return ExitError;
    }
    terminal.setJson(parser.isSet(u"json"_s));
    terminal.setProgress(parser.isSet(u"progress"_s));
    return verb->run({parser, rest, terminal});
}

} // namespace ferry::ctl
