#pragma once

#include "ui/wizard/PublishStep.h"

#include <QWidget>

namespace ferry::ui {

/// The controls of one step. The page never keeps anything of its own: it shows a draft and writes into one.
class PublishPage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Puts the draft into the controls; emits nothing. Called whenever the step is entered or the draft was changed
    /// from outside.
    virtual void showDraft(const PublishDraft &draft) = 0;
    /// Takes what the controls say into the draft.
    virtual void takeDraft(PublishDraft &draft) = 0;
    /// Words that follow from the whole of the draft.
    virtual void refresh(const PublishDraft &draft) { Q_UNUSED(draft) }
    /// Why what was typed cannot be read at all; what is missing is said by stepProblem().
    [[nodiscard]] virtual std::optional<Error> problem() const { return {}; }
    /// Where the keyboard starts.
    [[nodiscard]] virtual QWidget *firstField() const = 0;

Q_SIGNALS:
    void edited();
};

} // namespace ferry::ui
