#pragma once

class QColor;
class QWidget;

namespace ferry::ui {

/// The colour of a label's text. Which palette role a label draws with depends on the background that it inherits, so
/// both are set.
void setInk(QWidget *label, const QColor &colour);

} // namespace ferry::ui
