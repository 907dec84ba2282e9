#pragma once

#include "models/checks/PassivePortNeed.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QSpinBox;

namespace ferry::ui {

class FormRow;
class MessageStrip;
class PortRangeEdit;
class QuietLabel;

/// What a range of ports does for clients under a load: "20 ports carry 4 transfers of 60 s at once …".
[[nodiscard]] QString rangeVerdict(const PortRange &range, const TransferLoad &load);
/// How the number of needed ports comes about, in a sentence.
[[nodiscard]] QString needExplanation(const TransferLoad &load);

/// A passive range and the calculator that says whether it is large enough.
class PassiveRangeForm final : public QWidget {
    Q_OBJECT
public:
    /// Gives the range to suggest for a number of ports.
    using Suggestion = std::function<std::optional<PortRange>(int ports)>;

    explicit PassiveRangeForm(QWidget *parent = nullptr);

    void setSuggestion(Suggestion suggestion);
    void setRange(const std::optional<PortRange> &range);
    /// Nothing for an empty field (any port) and for one that cannot be read.
    [[nodiscard]] std::optional<PortRange> range() const;
    /// What an empty range means, below the field.
    void setMeaningOfEmpty(const QString &words);
    void setLoad(const TransferLoad &load);
    [[nodiscard]] TransferLoad load() const;
    [[nodiscard]] std::optional<Error> problem() const;

Q_SIGNALS:
    /// A person changed range or load.
    void edited();

private:
    void refresh();

    PortRangeEdit *m_range;
    FormRow *m_rangeRow;
    QSpinBox *m_atOnce;
    QSpinBox *m_seconds;
    QLabel *m_need;
    QuietLabel *m_explanation;
    QPushButton *m_use;
    MessageStrip *m_verdict;
    QString m_meaningOfEmpty;
    Suggestion m_suggestion;
};

} // namespace ferry::ui
