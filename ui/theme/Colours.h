#pragma once

#include <QColor>
#include <QPalette>

namespace ferry::ui {

/// Foreground on its own tint; at least 4.5:1 (tests/gui/window checks it).
struct Tint {
    QColor text;
    QColor surface;
};

/// Every colour of the program by its role, once for light and once for dark.
struct Colours {
    QColor window;     ///< chrome: tool bar, navigation, status bar, dialogs
    QColor surface;    ///< content: tables, editors, cards
    QColor raised;     ///< buttons and fields on `window`
    QColor hover;      ///< what the pointer is over
    QColor pressed;
    QColor hairline;   ///< between panes
    QColor outline;    ///< around controls
    QColor text;
    QColor quietText;  ///< secondary text, still 4.5:1
    QColor disabledText;
    QColor accent;
    QColor accentHover;
    QColor onAccent;
    QColor selection;  ///< soft tint behind the selected row; text keeps its colour
    QColor link;
    QColor switchOff;
    Tint good;
    Tint draft;
    Tint pending;
    Tint drifted;
    Tint unknown;
    Tint bad;
};

[[nodiscard]] const Colours &lightColours();
[[nodiscard]] const Colours &darkColours();

/// The colours that go with a palette of this program: by the lightness of its window.
[[nodiscard]] const Colours &coloursOf(const QPalette &palette);

[[nodiscard]] QPalette paletteOf(const Colours &colours);
/// For item views and menus: the selection is the soft tint, its text the ordinary one.
[[nodiscard]] QPalette viewPaletteOf(const Colours &colours);

/// `over` laid on `under` with `share` 0..1.
[[nodiscard]] QColor blended(const QColor &under, const QColor &over, double share);
/// Contrast ratio of WCAG 2.1, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace ferry::ui
