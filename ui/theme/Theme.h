#pragma once

#include <QString>

class QApplication;

namespace ferry::ui {

enum class Scheme { System, Light, Dark };

/// Sets style, font and palette of the whole program; may be called again at any time to switch.
void applyTheme(QApplication &application, Scheme scheme);

/// "light", "dark" or "system": the words of settings and command lines.
[[nodiscard]] QString schemeName(Scheme scheme);
[[nodiscard]] Scheme schemeByName(const QString &name);

} // namespace ferry::ui
