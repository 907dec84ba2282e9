#pragma once

#include "ui/wizard/PublishPage.h"

class QComboBox;
class QLineEdit;
class QListWidget;

namespace ferry::ui {

class AddressEdit;
class ChoiceList;
class PortRangeEdit;

/// What to publish: a site of a managed service, a new service, or a bare address.
class ServerPage final : public PublishPage {
    Q_OBJECT
public:
    explicit ServerPage(const RuleSet &ruleSet, QWidget *parent = nullptr);

    void showDraft(const PublishDraft &draft) override;
    void takeDraft(PublishDraft &draft) override;
    void refresh(const PublishDraft &draft) override;
    [[nodiscard]] std::optional<Error> problem() const override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    void fillSites();
    [[nodiscard]] PublishDraft::Source source() const;

    const RuleSet &m_ruleSet;
    ChoiceList *m_source;
    QListWidget *m_sites;
    QWidget *m_service;
    QLineEdit *m_name;
    QLineEdit *m_agent;
    QComboBox *m_software;
    QLineEdit *m_configPath;
    QLineEdit *m_unit;
    QWidget *m_location;
    AddressEdit *m_address;
    PortRangeEdit *m_port;
};

} // namespace ferry::ui
