#pragma once

#include "models/checks/FindingKey.h"

#include <utility>

namespace ferry {

/// The words of a finding; made only when someone wants to read them.
struct FindingWords {
    QString field;
    QString title;
    QString explanation;
    QList<QuickFix> fixes;
};

/// Takes what the checks of one subject find: keys alone, or with `Words::Make` the findings in full.
class FindingSink {
public:
    enum class Words { Skip, Make };

    FindingSink(Subject subject, Words words) : m_subject(std::move(subject)), m_words(words) {}

    /// `makeWords` gives FindingWords. A code comes at most once for each `part` of the subject.
    template <class MakeWords>
    void add(QStringView code, Severity severity, const QString &part, MakeWords &&makeWords)
    {
        m_keys << FindingKey{code, severity, part};
        if (m_words == Words::Skip)
            return;
        FindingWords words = std::forward<MakeWords>(makeWords)();
        m_findings << Finding{code.toString(), severity, m_subject.kind, m_subject.id, std::move(words.field),
            std::move(words.title), std::move(words.explanation), part, std::move(words.fixes)};
    }
    template <class MakeWords>
    void add(QStringView code, Severity severity, MakeWords &&makeWords)
    {
        add(code, severity, QString(), std::forward<MakeWords>(makeWords));
    }

    [[nodiscard]] QList<FindingKey> takeKeys() { return std::exchange(m_keys, {}); }
    [[nodiscard]] QList<Finding> takeFindings() { return std::exchange(m_findings, {}); }

private:
    Subject m_subject;
    Words m_words;
    QList<FindingKey> m_keys;
    QList<Finding> m_findings;
};

} // namespace ferry
