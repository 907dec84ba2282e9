#include "ui/theme/Icons.h"

#include "ui/theme/Colours.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

QByteArray svgOf(const QString &name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap rendered(const QString &name, const QSize &pixels, const QColor &colour)
{
    const QString key = u"ferry/%1/%2x%3/%4"_s.arg(name).arg(pixels.width()).arg(pixels.height()).arg(colour.rgba());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QByteArray svg = svgOf(name);
    if (!svg.isEmpty()) {
        QSvgRenderer renderer(svg.replace("currentColor", colour.name().toLatin1()));
        QPainter painter(&pixmap);
        renderer.render(&painter);
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Chooses the colour when it paints, so that a change of theme reaches icons that were handed out long before.
class TintedEngine final : public QIconEngine {
public:
    TintedEngine(QString name, QColor colour) : m_name(std::move(name)), m_colour(colour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const int side = qMin(rect.width(), rect.height());
        QPixmap pixmap = rendered(m_name, QSize(side, side) * ratio, colourFor(mode));
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, pixmap);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(m_name, size, colourFor(mode));
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return rendered(m_name, size, colourFor(mode));
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine *clone() const override { return new TintedEngine(m_name, m_colour); }

private:
    QColor colourFor(QIcon::Mode mode) const
    {
        const Colours &colours = coloursOf(QGuiApplication::palette());
        if (mode == QIcon::Disabled)
            return colours.disabledText;
        return m_colour.isValid() ? m_colour : colours.text;
    }

    QString m_name;
    QColor m_colour;
};

} // namespace

QIcon icon(const QString &name)
{
    return icon(name, QColor());
}

QIcon icon(const QString &name, const QColor &colour)
{
    if (!QFile::exists(u":/icons/%1.svg"_s.arg(name)))
        return {};
    return QIcon(new TintedEngine(name, colour));
}

void paintIcon(QPainter &painter, const QString &name, const QRect &rect, const QColor &colour)
{
    TintedEngine(name, colour).paint(&painter, rect, QIcon::Normal, QIcon::Off);
}

QPixmap iconPixmap(const QString &name, int side, const QColor &colour, qreal ratio)
{
    QPixmap pixmap = rendered(name, QSize(side, side) * ratio, colour);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QIcon applicationIcon()
{
    QIcon result;
    for (const int side : {16, 24, 32, 48, 64, 128, 256})
        result.addPixmap(rendered(u"app"_s, QSize(side, side), Qt::black));
    return result;
}

} // namespace ferry::ui
