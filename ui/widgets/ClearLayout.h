#pragma once

class QLayout;

namespace ferry::ui {

/// Takes everything out of a layout that is filled anew. Widgets go out of sight at once and die with the next event,
/// since one of them may have asked for it.
void clearLayout(QLayout *layout);

} // namespace ferry::ui
