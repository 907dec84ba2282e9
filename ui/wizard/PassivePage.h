#pragma once

#include "ui/wizard/PublishPage.h"

namespace ferry::ui {

class AddressEdit;
class FormRow;
class PassiveRangeForm;

/// The passive range and the address that the server advertises with it.
class PassivePage final : public PublishPage {
    Q_OBJECT
public:
    explicit PassivePage(const RuleSet &ruleSet, QWidget *parent = nullptr);

    void showDraft(const PublishDraft &draft) override;
    void takeDraft(PublishDraft &draft) override;
    void refresh(const PublishDraft &draft) override;
    [[nodiscard]] std::optional<Error> problem() const override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    const RuleSet &m_ruleSet;
    ServiceId m_service;
    PassiveRangeForm *m_form;
    AddressEdit *m_advertised;
    FormRow *m_advertisedRow;
};

} // namespace ferry::ui
