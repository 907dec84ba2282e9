#include "ui/theme/Ink.h"

#include <QPalette>
#include <QWidget>

namespace ferry::ui {

void setInk(QWidget *label, const QColor &colour)
{
    QPalette own;
    own.setColor(QPalette::WindowText, colour);
    own.setColor(QPalette::Text, colour);
    label->setPalette(own);
}

} // namespace ferry::ui
