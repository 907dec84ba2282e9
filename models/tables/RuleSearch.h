#pragma once

#include "models/rules/RuleSet.h"
#include "models/tables/SearchTexts.h"

namespace ferry {

/// Finds rules by words, fast enough for every keystroke over 100,000 of them. Each row keeps its own text in lower
/// case; what many rows share (protocol, published server, gateways) is kept once, so that renaming a protocol
/// definition touches one text. A query that goes on where the last one ended looks at the last hits only.
class RuleSearch {
public:
    void reset(const RuleSet &ruleSet);
    void insert(int row, const RuleSet &ruleSet, const PublishingRule *rule);
    void remove(int first, int last);
    void move(int from, int to);
    void update(int row, const RuleSet &ruleSet, const PublishingRule *rule);
    /// Reads the shared texts again, after protocols, FTP services or gateways changed.
    void updateShared(const RuleSet &ruleSet);

    /// A query is words; a rule is found if it holds all of them, in any place. No words: every rule is.
    void setQuery(const QString &query);
    [[nodiscard]] bool isEmptyQuery() const { return m_terms.empty(); }
    [[nodiscard]] bool matches(int row) const;
    /// The rows that match, in order.
    [[nodiscard]] const QList<int> &hits();

private:
    /// An object that rows share, with its text.
    struct Shared {
        QString key;
        SearchTexts::Handle text;
    };
    struct Row {
        SearchTexts::Handle text;
        int protocol = -1;  ///< in m_shared, as the others
        int server = -1;
        int gateways = -1;
    };
    struct Term {
        SearchWord word;
        std::vector<char> inShared;  ///< by shared object: whether its text holds the word
    };
    struct Hits {
        QString query;
        QList<int> rows;
    };

    [[nodiscard]] Row makeRow(const RuleSet &ruleSet, const PublishingRule *rule);
    [[nodiscard]] int shared(const QString &key, const RuleSet &ruleSet);
    void compactTexts();
    void forgetHits() { m_hits.clear(); }

    SearchTexts m_texts;
    std::vector<Row> m_rows;
    SearchTexts m_sharedTexts;
    std::vector<Shared> m_shared;
    QHash<QString, int> m_sharedByKey;
    QString m_query;
    std::vector<Term> m_terms;
    std::vector<Hits> m_hits;  ///< of this query and the shorter ones that led to it
};

} // namespace ferry
