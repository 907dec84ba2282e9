#include "app/ctl/cli/TranscriptText.h"

#include "app/ctl/cli/Terminal.h"

#include <QCoreApplication>

#include <array>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

// Beyond that the server's side would not stand beside the client's on a screen.
constexpr qsizetype columnWidth = 60;

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("TranscriptText", text, comment, n);
}

QString cell(LineWay way, const std::optional<QString> &text)
{
    if (!text)
        return {};
    static constexpr std::array<QStringView, 3> marks{u"→ ", u"← ", u"• "};
    return marks[static_cast<std::size_t>(way)].toString()
        + (text->size() > columnWidth ? text->left(columnWidth - 1) + u'…' : *text);
}

} // namespace

QString transcriptText(const SessionTranscript &transcript)
{
    QString text = tr("Session %1 of %2, rule %3")
                       .arg(transcript.session)
                       .arg(transcript.client.toString(), transcript.rule.text());
    if (transcript.reading == SessionReading::Relayed)
        return text + u'\n' + tr("The filter of the rule is off: the gateway reads nothing.");
    if (transcript.lost > 0)
        text += u'\n' + tr("%n older line(s) were not kept.", nullptr, transcript.lost);
    QList<QStringList> rows{{tr("TIME"), tr("CLIENT – GATEWAY"), tr("GATEWAY – SERVER")}};
    for (const TranscriptLine &line : transcript.lines) {
        rows.append({line.time.toLocalTime().toString(u"HH:mm:ss.zzz"_s), cell(line.way, line.client),
            cell(line.way, line.server)});
    }
    return text + u'\n' + aligned(rows);
}

} // namespace ferry::ctl
