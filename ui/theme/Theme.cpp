#include "ui/theme/Theme.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"

#include <QApplication>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

/// What the desktop uses. Qt 6.4 has no QStyleHints::colorScheme, so its palette is read before ours replaces it.
bool desktopIsDark()
{
    static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

} // namespace

void applyTheme(QApplication &application, Scheme scheme)
{
    const bool desktopDark = desktopIsDark();
    const bool dark = scheme == Scheme::System ? desktopDark : scheme == Scheme::Dark;
    const Colours &colours = dark ? darkColours() : lightColours();
    if (qobject_cast<Style *>(QApplication::style()) == nullptr) {
        QApplication::setStyle(new Style);
        QApplication::setFont(interfaceFont());
        QApplication::setWindowIcon(applicationIcon());
    }
    QApplication::setPalette(paletteOf(colours));
    for (const char *views : {"QAbstractItemView", "QMenu", "QMenuBar"})
        QApplication::setPalette(viewPaletteOf(colours), views);
    QToolTip::setPalette(paletteOf(colours));
    application.setEffectEnabled(Qt::UI_AnimateCombo, false);
}

QString schemeName(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return u"light"_s;
    case Scheme::Dark:
        return u"dark"_s;
    case Scheme::System:
        break;
    }
    return u"system"_s;
}

Scheme schemeByName(const QString &name)
{
    if (name == u"light"_s)
        return Scheme::Light;
    return name == u"dark"_s ? Scheme::Dark : Scheme::System;
}

} // namespace ferry::ui
