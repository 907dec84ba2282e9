#include "ui/theme/Colours.h"

#include <algorithm>
#include <cmath>

namespace ferry::ui {

const Colours &lightColours()
{
    static const Colours colours{
        .window = QColor(0xF5F6F8),
        .surface = QColor(0xFFFFFF),
        .raised = QColor(0xFFFFFF),
        .hover = QColor(0xEBEDF1),
        .pressed = QColor(0xDFE3E8),
        .hairline = QColor(0xE2E5EA),
        .outline = QColor(0xC9CFD8),
        .text = QColor(0x1C2128),
        .quietText = QColor(0x5A6472),
        .disabledText = QColor(0xA3ABB6),
        .accent = QColor(0x2F6FDE),
        .accentHover = QColor(0x255FC6),
        .onAccent = QColor(0xFFFFFF),
        .selection = QColor(0xE2ECFC),
        .link = QColor(0x2260CC),
        .switchOff = QColor(0x8B95A3),
        .good = {QColor(0x17663A), QColor(0xE0F3E8)},
        .draft = {QColor(0x855000), QColor(0xFCEFD6)},
        .pending = {QColor(0x1E55B5), QColor(0xE2ECFC)},
        .drifted = {QColor(0x673BB0), QColor(0xEEE7FA)},
        .unknown = {QColor(0x525B67), QColor(0xEAECF0)},
        .bad = {QColor(0xB0251D), QColor(0xFCE6E4)},
    };
    return colours;
}

const Colours &darkColours()
{
    static const Colours colours{
        .window = QColor(0x202328),
        .surface = QColor(0x191B1F),
        .raised = QColor(0x2B2F36),
        .hover = QColor(0x30353D),
        .pressed = QColor(0x3A4049),
        .hairline = QColor(0x30343B),
        .outline = QColor(0x474E59),
        .text = QColor(0xE5E8ED),
        .quietText = QColor(0xA0A9B6),
        .disabledText = QColor(0x6A727E),
        .accent = QColor(0x7AA8FF),
        .accentHover = QColor(0x96BAFF),
        .onAccent = QColor(0x0B1730),
        .selection = QColor(0x263551),
        .link = QColor(0x8DB4FF),
        .switchOff = QColor(0x757E8B),
        .good = {QColor(0x7FD6A0), QColor(0x1B3425)},
        .draft = {QColor(0xF0BF70), QColor(0x3B2F18)},
        .pending = {QColor(0x96BBFF), QColor(0x1E2E4B)},
        .drifted = {QColor(0xC7ACFF), QColor(0x302647)},
        .unknown = {QColor(0xB0B8C4), QColor(0x2E3239)},
        .bad = {QColor(0xFF9F96), QColor(0x462321)},
    };
    return colours;
}

const Colours &coloursOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkColours() : lightColours();
}

QPalette paletteOf(const Colours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, blended(c.surface, c.window, 0.5));
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.quietText);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::Light, blended(c.raised, c.surface, 0.5));
    palette.setColor(QPalette::Midlight, c.hover);
    palette.setColor(QPalette::Mid, c.outline);
    palette.setColor(QPalette::Dark, c.outline);
    palette.setColor(QPalette::Shadow, c.outline);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, c.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::Button, c.window);
    palette.setColor(QPalette::Disabled, QPalette::Base, c.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.hover);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.disabledText);
    return palette;
}

QPalette viewPaletteOf(const Colours &c)
{
    QPalette palette = paletteOf(c);
    palette.setColor(QPalette::Highlight, c.selection);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Disabled, QPalette::Base, c.surface);
    return palette;
}

QColor blended(const QColor &under, const QColor &over, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue())};
}

double contrast(const QColor &a, const QColor &b)
{
    // Relative luminance, https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace ferry::ui
