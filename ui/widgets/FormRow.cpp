#include "ui/widgets/FormRow.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/FieldEdit.h"
#include "ui/widgets/Labels.h"

#include <QGridLayout>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

FormRow::FormRow(const QString &label, QWidget *editor, const QString &consequence, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(label, this))
    , m_editor(editor)
    , m_consequence(new QuietLabel(consequence, this))
{
    m_label->setBuddy(editor);
    m_label->setFixedWidth(metrics::labelWidth);
    m_label->setMinimumHeight(metrics::controlHeight);
    m_label->setWordWrap(true);
    m_label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    static const QRegularExpression mnemonic(u"&(?=[^&])"_s);
    const QString name = QString(label).remove(mnemonic);
    if (auto *field = qobject_cast<FieldEdit *>(editor))
        field->setName(name);
    else if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(name);
    m_consequence->setFont(smallFont(m_consequence->font()));
    m_consequence->setVisible(!consequence.isEmpty());
    // Beside an editor of fixed width (a switch) the column would otherwise be as narrow as the editor.
    QSizePolicy wide = m_consequence->sizePolicy();
    wide.setHorizontalPolicy(QSizePolicy::Expanding);
    m_consequence->setSizePolicy(wide);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::margin);
    grid->setVerticalSpacing(metrics::half);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_label, 0, 0, Qt::AlignTop);
    const bool fixed = editor->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
    grid->addWidget(editor, 0, 1, fixed ? Qt::AlignLeft | Qt::AlignVCenter : Qt::Alignment());
    grid->addWidget(m_consequence, 1, 1);
}

void FormRow::setConsequence(const QString &text)
{
    m_consequence->setText(text);
    m_consequence->setVisible(!text.isEmpty());
}

void FormRow::setLabelWidth(int width)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    if (width > 0) {
        m_label->setFixedWidth(width);
        return;
    }
    m_label->setMinimumSize(0, 0);
    m_label->setMaximumWidth(QWIDGETSIZE_MAX);
    grid->addWidget(m_label, 0, 0, 1, 2);
    grid->addWidget(m_editor, 1, 0, 1, 2);
    grid->addWidget(m_consequence, 2, 0, 1, 2);
}

} // namespace ferry::ui
