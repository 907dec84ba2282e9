#pragma once

#include "models/edits/Edit.h"

#include <QObject>

#include <vector>

namespace ferry {

/// The rule set being edited, with its undo stack. Everything that changes the rule set goes through
/// `perform`; everything that shows it listens to `changed`.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject *parent = nullptr);
    ~Document() override;

    [[nodiscard]] const RuleSet &ruleSet() const { return m_ruleSet; }

    /// Replaces everything, forgets the undo history, counts as unmodified.
    void load(RuleSet ruleSet);

    /// Applies the edit and puts it on the stack. Fails, with nothing changed, for the edit's own reason.
    Result<void> perform(EditPtr edit);

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString undoName() const;
    [[nodiscard]] QString redoName() const;
    void undo();
    void redo();
    /// The next edit does not merge with the last one (focus left the field).
    void endTyping();

    /// True if the rule set is not what was last loaded or saved; undoing back to it clears the mark.
    [[nodiscard]] bool isModified() const;
    /// The rule set as it stands was saved under `revision`.
    void markSaved(int revision);

Q_SIGNALS:
    void changed(const ferry::Change &change);
    /// Undo, redo or the modified mark may have changed.
    void stackChanged();

private:
    RuleSet m_ruleSet;
    std::vector<EditPtr> m_done;
    std::vector<EditPtr> m_undone;
    qsizetype m_savedDepth = 0;  ///< -1: the saved state cannot be reached by undo or redo any more
    bool m_mayMerge = false;
};

} // namespace ferry
