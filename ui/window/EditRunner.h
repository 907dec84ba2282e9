#pragma once

#include "models/edits/Document.h"

namespace ferry::ui {

/// The way from a widget to the document: performs the edit and reports what it refuses, so that no page
/// has to show errors of its own.
class EditRunner final : public QObject {
    Q_OBJECT
public:
    EditRunner(Document &document, QObject *parent);

    [[nodiscard]] Document &document() const { return m_document; }
    [[nodiscard]] const RuleSet &ruleSet() const { return m_document.ruleSet(); }

    /// True if the edit was made. Otherwise nothing changed, and `refused` was emitted.
    bool run(EditPtr edit);

Q_SIGNALS:
    void refused(const ferry::Error &error);

private:
    Document &m_document;
};

} // namespace ferry::ui
