#pragma once

#include "ui/wizard/PublishPage.h"

namespace ferry::ui {

class FormRow;
class GatewayChoice;
class ListenerEdit;
class NetworksEdit;

/// Where clients connect, and which clients may.
class ListenerPage final : public PublishPage {
    Q_OBJECT
public:
    explicit ListenerPage(const RuleSet &ruleSet, QWidget *parent = nullptr);

    void showDraft(const PublishDraft &draft) override;
    void takeDraft(PublishDraft &draft) override;
    void refresh(const PublishDraft &draft) override;
    [[nodiscard]] std::optional<Error> problem() const override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    const RuleSet &m_ruleSet;
    GatewayChoice *m_gateways;
    ListenerEdit *m_listener;
    FormRow *m_listenerRow;
    NetworksEdit *m_from;
    FormRow *m_fromRow;
};

} // namespace ferry::ui
