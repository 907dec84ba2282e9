#pragma once

#include "models/base/Id.h"
#include "ui/dialogs/ActionDialog.h"

namespace ferry {
class Document;
}

namespace ferry::ui {

class FilterForm;

/// Every filter setting of one rule, with its consequence in words beside it.
class FilterDialog final : public ActionDialog {
    Q_OBJECT
public:
    FilterDialog(Document &document, const RuleId &rule, QWidget *parent = nullptr);

protected:
    void commit() override;

private:
    Document &m_document;
    RuleId m_rule;
    FilterForm *m_form;
};

} // namespace ferry::ui
