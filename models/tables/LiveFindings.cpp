#include "models/tables/LiveFindings.h"

#include <QTimer>

#include <utility>

namespace ferry {
namespace {

// Half a frame: a slice never costs a frame.
constexpr int sliceMilliseconds = 8;
// While much is left, what was found is told this often: each time costs the views something.
constexpr int tellMilliseconds = 250;

} // namespace

LiveFindings::LiveFindings(Document *document, QObject *parent) : QObject(parent), m_document(document)
{
    m_store.mark(document->ruleSet(), {true, {}});
    scheduleWork();
    connect(document, &Document::changed, this,
        [this](const Change &change) { m_store.mark(m_document->ruleSet(), change); });
    // Comes after `changed`: when views hear of findings, their models have followed the change.
    connect(document, &Document::stackChanged, this, [this] { work(); });
}

void LiveFindings::setFacts(const CheckFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    m_store.setFacts(m_document->ruleSet(), facts);
    work();
}

void LiveFindings::finish()
{
    if (isUpToDate())
        return;
    for (const Subject &subject : m_store.recheck(m_document->ruleSet()))
        m_untold.insert(subject);
    tell();
}

QList<Finding> LiveFindings::findings(const Subject &subject) const
{
    return m_store.findings(m_document->ruleSet(), subject);
}

QList<Finding> LiveFindings::findings(const RuleId &rule) const
{
    return findings(Subject{ObjectKind::Rule, rule.text()});
}

Result<void> LiveFindings::apply(const QuickFix &fix)
{
    return m_document->perform(fix.makeEdit(m_document->ruleSet()));
}

void LiveFindings::work()
{
    if (isUpToDate())
        return;
    QElapsedTimer timer;
    timer.start();
    const QList<Subject> subjects =
        m_store.recheck(m_document->ruleSet(), [&] { return timer.elapsed() < sliceMilliseconds; });
    for (const Subject &subject : subjects)
        m_untold.insert(subject);
    if (isUpToDate() || !m_lastTold.isValid() || m_lastTold.hasExpired(tellMilliseconds))
        tell();
    if (!isUpToDate())
        scheduleWork();
}

void LiveFindings::tell()
{
    m_lastTold.start();
    const QSet<Subject> untold = std::exchange(m_untold, {});
    if (!untold.isEmpty())
        Q_EMIT changed(QList<Subject>(untold.cbegin(), untold.cend()));
    Q_EMIT upToDateChanged(isUpToDate());
}

void LiveFindings::scheduleWork()
{
    if (std::exchange(m_scheduled, true))
        return;
    QTimer::singleShot(0, this, [this] {
        m_scheduled = false;
        work();
    });
}

} // namespace ferry
