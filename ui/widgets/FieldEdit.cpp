#include "ui/widgets/FieldEdit.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Ink.h"
#include "ui/theme/Metrics.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ferry::ui {

FieldEdit::FieldEdit(QWidget *parent) : QWidget(parent), m_edit(new QLineEdit(this)), m_note(new QLabel(this))
{
    m_edit->setFont(fixedFont(m_edit->font()));
    m_note->setFont(smallFont(m_note->font()));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::half);
    layout->addWidget(m_edit);
    layout->addWidget(m_note);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        validate();
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, &FieldEdit::editingFinished);
}

QString FieldEdit::text() const
{
    return m_edit->text();
}

void FieldEdit::setText(const QString &text)
{
    m_edit->setText(text);
}

void FieldEdit::setPlaceholderText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void FieldEdit::setName(const QString &name)
{
    setAccessibleName(name);
    m_edit->setAccessibleName(name);
}

void FieldEdit::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

void FieldEdit::showError(const QString &sentences)
{
    show(sentences);
}

void FieldEdit::validate()
{
    show(problemIn(m_edit->text()));
}

void FieldEdit::show(const QString &error)
{
    m_error = error;
    m_note->setText(error);
    m_note->setVisible(!error.isEmpty());
    setInk(m_note, coloursOf(palette()).bad.text);
    m_edit->setProperty("ferryInvalid", !error.isEmpty());
    m_edit->setAccessibleDescription(error);
    m_edit->update();
}

void FieldEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        show(m_error);
}

} // namespace ferry::ui
