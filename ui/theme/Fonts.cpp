#include "ui/theme/Fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

bool isGeneric(const QString &family)
{
    static const QStringList generic{u"Sans"_s, u"Sans Serif"_s, u"sans-serif"_s, u"DejaVu Sans"_s, u"Helvetica"_s};
    return family.isEmpty() || generic.contains(family);
}

QFont scaled(const QFont &base, double factor)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(base.pixelSize() * factor));
    return font;
}

} // namespace

QFont interfaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (isGeneric(font.family()) && QFontDatabase::families().contains(u"Inter"_s))
        font.setFamily(u"Inter"_s);
    if (font.pointSizeF() > 0 && font.pointSizeF() < 10)
        font.setPointSizeF(10);
    return font;
}

QFont fixedFont(const QFont &base)
{
    static const QString family = [] {
        const QStringList families = QFontDatabase::families();
        const QString system = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
        const bool chosen = system != u"monospace"_s && system != u"DejaVu Sans Mono"_s && !isGeneric(system);
        return !chosen && families.contains(u"JetBrains Mono"_s) ? u"JetBrains Mono"_s : system;
    }();
    // Fixed-width faces look larger than text faces of the same size.
    QFont font = scaled(base, 0.95);
    font.setFamily(family);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

QFont fixedFont()
{
    return fixedFont(QGuiApplication::font());
}

QFont smallFont(const QFont &base)
{
    return scaled(base, 0.9);
}

QFont titleFont(const QFont &base)
{
    QFont font = scaled(base, 1.45);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont strongFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace ferry::ui
