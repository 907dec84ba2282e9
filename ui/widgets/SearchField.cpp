#include "ui/widgets/SearchField.h"

#include "ui/theme/Icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(u"search"_s);
    setAccessibleName(tr("Search"));
    setClearButtonEnabled(true);
    addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    // Qt gives the buttons inside a line edit no names.
    for (auto *button : findChildren<QToolButton *>())
        button->setAccessibleName(button->pos().x() < width() / 2 ? tr("Search") : tr("Empty the search box"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaximumWidth(280);
}

QSize SearchField::sizeHint() const
{
    return {240, QLineEdit::sizeHint().height()};
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return) {
        Q_EMIT resultsEntered();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace ferry::ui
