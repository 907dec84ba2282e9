#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace ferry::test {

/// A second, simple implementation of editing rules: the JSON text of a rule set file, with a whole copy for each step
/// that can be undone. Knows nothing of the models; only the forms and defaults of the file format.
class JsonReplay {
public:
    explicit JsonReplay(QJsonObject file) : m_file(std::move(file)) {}

    [[nodiscard]] const QJsonObject &file() const { return m_file; }
    [[nodiscard]] QJsonArray rules() const { return m_file[QStringLiteral("rules")].toArray(); }

    void rename(int row, const QString &name) { set(row, QStringLiteral("name"), name); }
    void listen(int row, const QString &address, int port)
    {
        set(row, QStringLiteral("listener"),
            QJsonObject{{QStringLiteral("address"), address}, {QStringLiteral("port"), port}});
    }
    void toggleEnabled(int row)
    {
        QJsonArray all = rules();
        QJsonObject rule = all[row].toObject();
        toggle(rule);
        all[row] = rule;
        step(all);
    }
    void toggleFilter(int row)
    {
        QJsonArray all = rules();
        QJsonObject rule = all[row].toObject();
        QJsonObject filter = rule[QStringLiteral("filter")].toObject();
        toggle(filter);
        if (filter.isEmpty())
            rule.remove(QStringLiteral("filter"));
        else
            rule[QStringLiteral("filter")] = filter;
        all[row] = rule;
        step(all);
    }
    void remove(int row)
    {
        QJsonArray all = rules();
        all.removeAt(row);
        step(all);
    }
    /// A copy of the rule in `from`, with another id.
    void copy(int from, const QString &id, int to)
    {
        QJsonArray all = rules();
        QJsonObject rule = all[from].toObject();
        rule[QStringLiteral("id")] = id;
        all.insert(to, rule);
        step(all);
    }
    /// In front of the rule that is in row `before` now.
    void move(int from, int before)
    {
        QJsonArray all = rules();
        const QJsonValue rule = all.takeAt(from);
        all.insert(before > from ? before - 1 : before, rule);
        step(all);
    }
    void replace(const QJsonArray &incoming) { step(incoming); }
    /// Rules with a known id take the place of theirs, others go to the end.
    void merge(const QJsonArray &incoming)
    {
        QJsonArray all = rules();
        for (const QJsonValue &rule : incoming) {
            int row = 0;
            while (row < all.size() && all[row][QStringLiteral("id")] != rule[QStringLiteral("id")])
                ++row;
            if (row < all.size())
                all[row] = rule;
            else
                all.append(rule);
        }
        step(all);
    }
    void undo() { swap(m_undo, m_redo); }
    void redo() { swap(m_redo, m_undo); }

private:
    static void toggle(QJsonObject &object)
    {
        const QString key = QStringLiteral("enabled");
        if (object.contains(key))
            object.remove(key); // on, which is the default
        else
            object[key] = false;
    }
    void set(int row, const QString &key, const QJsonValue &value)
    {
        QJsonArray all = rules();
        QJsonObject rule = all[row].toObject();
        rule[key] = value;
        all[row] = rule;
        step(all);
    }
    void step(const QJsonArray &all)
    {
        if (all == rules())
            return; // what changes nothing is no step
        m_undo.append(rules());
        m_redo.clear();
        m_file[QStringLiteral("rules")] = all;
    }
    void swap(QList<QJsonArray> &from, QList<QJsonArray> &to)
    {
        if (from.isEmpty())
            return;
        to.append(rules());
        m_file[QStringLiteral("rules")] = from.takeLast();
    }

    QJsonObject m_file;
    QList<QJsonArray> m_undo;
    QList<QJsonArray> m_redo;
};

} // namespace ferry::test
