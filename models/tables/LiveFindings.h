#pragma once

#include "models/checks/FindingStore.h"
#include "models/edits/Document.h"

#include <QElapsedTimer>
#include <QObject>

namespace ferry {

/// The findings of a document, kept up to date while it is edited. Small changes are checked at once;
/// what takes longer goes on in slices between events, so that no keystroke waits for it.
class LiveFindings final : public QObject {
    Q_OBJECT
public:
    explicit LiveFindings(Document *document, QObject *parent = nullptr);

    void setFacts(const CheckFacts &facts);
    [[nodiscard]] const CheckFacts &facts() const { return m_facts; }

    [[nodiscard]] bool isUpToDate() const { return m_store.isUpToDate(); }
    /// Checks what is left now, however long it takes: before a plan, and in tests.
    void finish();

    [[nodiscard]] QList<FindingKey> keys(const Subject &subject) const { return m_store.keys(subject); }
    [[nodiscard]] QList<Finding> findings(const Subject &subject) const;
    [[nodiscard]] QList<Finding> findings(const RuleId &rule) const;
    [[nodiscard]] std::optional<Severity> worst(const Subject &subject) const { return m_store.worst(subject); }
    [[nodiscard]] QList<Subject> subjects() const { return m_store.subjects(); }
    [[nodiscard]] int count(Severity severity) const { return m_store.count(severity); }

    /// The findings that a change of the document would bring; `then` is its rule set after it. See FindingStore.
    [[nodiscard]] QList<Finding> preview(const RuleSet &then, const Change &change)
    {
        return m_store.preview(m_document->ruleSet(), then, change);
    }

    /// Performs the edit of the fix on the document.
    Result<void> apply(const QuickFix &fix);

Q_SIGNALS:
    /// These subjects have other findings than before.
    void changed(const QList<ferry::Subject> &subjects);
    /// Everything is checked (true), or checking goes on between events (false).
    void upToDateChanged(bool upToDate);

private:
    void work();
    void tell();
    void scheduleWork();

    Document *m_document;
    CheckFacts m_facts;
    FindingStore m_store;
    QSet<Subject> m_untold;  ///< subjects with other findings that nobody has been told of
    QElapsedTimer m_lastTold;
    bool m_scheduled = false;
};

} // namespace ferry
