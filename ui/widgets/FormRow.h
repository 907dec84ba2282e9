#pragma once

#include <QWidget>

class QLabel;

namespace ferry::ui {

/// One setting of a form: label column, editor, and below it the consequence of the setting in words.
/// The label names the editor for assistive tools and is its buddy.
class FormRow final : public QWidget {
    Q_OBJECT
public:
    /// `editor` is taken over. An ampersand in `label` marks its mnemonic.
    FormRow(const QString &label, QWidget *editor, const QString &consequence = {}, QWidget *parent = nullptr);

    void setConsequence(const QString &text);
    /// 0 puts the label above the editor.
    void setLabelWidth(int width);
    [[nodiscard]] QWidget *editor() const { return m_editor; }

private:
    QLabel *m_label;
    QWidget *m_editor;
    QLabel *m_consequence;
};

} // namespace ferry::ui
