#pragma once

#include "ui/wizard/PublishPage.h"

namespace ferry::ui {

class ChoiceList;
class MessageStrip;

/// How clients encrypt: explicit TLS, implicit TLS, or not at all.
class ProtocolPage final : public PublishPage {
    Q_OBJECT
public:
    explicit ProtocolPage(const RuleSet &ruleSet, QWidget *parent = nullptr);

    void showDraft(const PublishDraft &draft) override;
    void takeDraft(PublishDraft &draft) override;
    void refresh(const PublishDraft &draft) override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    const RuleSet &m_ruleSet;
    ChoiceList *m_tls;
    MessageStrip *m_change;
};

} // namespace ferry::ui
