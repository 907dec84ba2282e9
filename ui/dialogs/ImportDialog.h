#pragma once

#include "models/store/Import.h"
#include "ui/dialogs/ActionDialog.h"

class QCheckBox;
class QTreeWidget;

namespace ferry {
class Document;
}

namespace ferry::ui {

class ChoiceList;
class MessageStrip;

/// What an import would do, object by object, before it is done; merge or replace. The import is one undoable edit.
class ImportDialog final : public ActionDialog {
    Q_OBJECT
public:
    /// `incoming` is what the file held; `fileName` is shown.
    ImportDialog(Document &document, const RuleSet &incoming, const QString &fileName, QWidget *parent = nullptr);

protected:
    void commit() override;

private:
    void preview();
    void fill();

    Document &m_document;
    RuleSet m_incoming;
    ImportPreview m_preview;
    ChoiceList *m_mode;
    MessageStrip *m_counts;
    QTreeWidget *m_items;
    QCheckBox *m_showSame;
};

} // namespace ferry::ui
