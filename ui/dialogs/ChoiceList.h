#pragma once

#include <QMap>
#include <QWidget>

class QButtonGroup;
class QRadioButton;
class QVBoxLayout;

namespace ferry::ui {

class QuietLabel;

/// One out of a few, each with its consequence in words below it. Arrow keys go from one to the next.
class ChoiceList final : public QWidget {
    Q_OBJECT
public:
    /// `what` is the accessible name: "AUTH TLS".
    explicit ChoiceList(const QString &what, QWidget *parent = nullptr);

    /// `objectName` is the radio button's.
    void addChoice(int id, const QString &label, const QString &objectName, const QString &consequence = {});
    void clear();
    void setConsequence(int id, const QString &text);
    void setChoiceEnabled(int id, bool enabled);
    [[nodiscard]] int chosen() const;
    void setChosen(int id);

Q_SIGNALS:
    /// A person chose; not emitted by setChosen().
    void choiceMade(int id);

private:
    struct Choice {
        QRadioButton *button;
        QuietLabel *consequence;
        QWidget *row;
    };

    QVBoxLayout *m_layout;
    QButtonGroup *m_group;
    QMap<int, Choice> m_choices;
};

} // namespace ferry::ui
