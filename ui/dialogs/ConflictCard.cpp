#include "ui/dialogs/ConflictCard.h"

#include "ui/theme/Metrics.h"
#include "ui/widgets/FormRow.h"
#include "ui/widgets/Labels.h"

#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

QString agoText(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = then.secsTo(now);
    if (seconds < 60)
        return ConflictCard::tr("just now");
    if (seconds < 3600)
        return ConflictCard::tr("%1 min ago").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return ConflictCard::tr("%1 h ago").arg(seconds / 3600);
    return ConflictCard::tr("%n days ago", nullptr, static_cast<int>(seconds / 86400));
}

ConflictCard::ConflictCard(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(u"conflictCard"_s);
    setAccessibleName(tr("The other change"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::half);
}

void ConflictCard::setRecord(const ApplyRecord &record, const QDateTime &now)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_layout->addWidget(new SectionHeader(tr("The other change"), this));
    addFact(tr("Who"), record.from.isEmpty() ? record.who : tr("%1, from %2").arg(record.who, record.from),
        u"conflictWho"_s);
    addFact(tr("When"), agoText(record.when, now), u"conflictWhen"_s,
        QLocale().toString(record.when.toLocalTime(), QLocale::LongFormat));
    addFact(tr("Why"), record.why.isEmpty() ? tr("No reason was given.") : record.why, u"conflictWhy"_s);
    addFact(tr("What"), record.what.isEmpty() ? tr("Not said.") : record.what.join(u'\n'), u"conflictWhat"_s);
    m_layout->addStretch(1);
}

void ConflictCard::addFact(
    const QString &label, const QString &value, const QString &objectName, const QString &toolTip)
{
    QLabel *text = makeParagraph(value, this);
    text->setObjectName(objectName);
    text->setToolTip(toolTip);
    // The first line stands beside the label, however many there are.
    text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setContentsMargins(0, (metrics::controlHeight - text->fontMetrics().height()) / 2, 0, 0);
    m_layout->addWidget(new FormRow(label, text, {}, this));
}

} // namespace ferry::ui
