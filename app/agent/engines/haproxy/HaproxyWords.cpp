#include "app/agent/engines/haproxy/HaproxyWords.h"

#include "app/agent/engines/haproxy/HaproxyPublishing.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostComplaints = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("HaproxyEngine", text);
}

/// The proxy that a line of the configuration belongs to: "frontend control:127.0.0.2:21".
QString sectionOf(const QStringList &lines, qsizetype number)
{
    for (qsizetype i = std::min(number, lines.size()) - 1; i >= 0; --i) {
        if (!lines[i].startsWith(u' ') && !lines[i].startsWith(u'#') && !lines[i].isEmpty())
            return lines[i];
    }
    return {};
}

QString placeOf(const QString &section)
{
    const QString name = section.section(u' ', 1);
    for (const RuleId &rule : {ruleOfControl(name), ruleOfRelay(name)}) {
        if (!rule.isNull())
            return tr("rule \"%1\"").arg(rule.text());
    }
    return name.isEmpty() ? section : name;
}

QString complaint(const QString &alert, const QStringList &lines)
{
    // "parsing [/state/gw-1.cfg:12] : 'bind' : invalid address: 'x' in 'x'"
    static const QRegularExpression parsing(u"^(?:config : )?(?:[Pp]arsing )?\\[[^\\]]*:(\\d+)\\] ?:? ?(.*?)\\.?$"_s);
    if (const QRegularExpressionMatch match = parsing.match(alert); match.hasMatch()) {
        const qsizetype number = match.captured(1).toLongLong();
        return tr("Line %1, of %2 (%3): %4.")
            .arg(number)
            .arg(placeOf(sectionOf(lines, number)), lines.value(number - 1).trimmed(), match.captured(2));
    }
    // "Binding [/state/gw-1.cfg:20] for frontend control:127.0.0.2:21: cannot bind socket (Address already in use) for
    // [127.0.0.2:21]"
    static const QRegularExpression binding(u"(cannot [^(]*)\\(([^)]*)\\) (?:for )?\\[([^\\]]*)\\]"_s);
    if (const QRegularExpressionMatch match = binding.match(alert); match.hasMatch())
        return tr("It could not open %1: %2.").arg(match.captured(3), match.captured(2));
    return tr("It said \"%1\".").arg(alert);
}

} // namespace

QString haproxyComplaints(const QByteArray &output, const QByteArray &configuration)
{
    // "[ALERT]    (1234) : config : parsing [...] : ..."
    static const QRegularExpression form(u"^\\[ALERT\\]\\s*(?:\\S+ )?\\(\\d+\\) : (.*)$"_s);
    const QStringList lines = QString::fromUtf8(configuration).split(u'\n');
    QStringList complaints;
    for (const QString &line : QString::fromUtf8(output).split(u'\n')) {
        const QRegularExpressionMatch match = form.match(line);
        if (!match.hasMatch())
            continue;
        const QString alert = match.captured(1).simplified();
        // What it says after each failure, whatever the reason.
        if (alert.contains(u"Fatal errors found"_s) || alert.contains(u"Error(s) found in configuration"_s)
            || alert.contains(u"Some protocols failed to start"_s))
            continue;
        const QString words = complaint(alert, lines);
        if (!complaints.contains(words))
            complaints << words;
    }
    if (complaints.size() > mostComplaints)
        complaints = complaints.mid(0, mostComplaints) << tr("And so on.");
    return complaints.join(u' ');
}

} // namespace ferry::agent
