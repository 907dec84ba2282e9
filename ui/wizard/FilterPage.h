#pragma once

#include "ui/wizard/PublishPage.h"

namespace ferry::ui {

class FilterForm;

/// The filter switch, AUTH TLS and the command policy; the rest is in the filter dialog.
class FilterPage final : public PublishPage {
    Q_OBJECT
public:
    explicit FilterPage(QWidget *parent = nullptr);

    void showDraft(const PublishDraft &draft) override;
    void takeDraft(PublishDraft &draft) override;
    void refresh(const PublishDraft &draft) override;
    [[nodiscard]] std::optional<Error> problem() const override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    FilterForm *m_form;
};

} // namespace ferry::ui
