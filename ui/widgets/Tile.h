#pragma once

#include <QAbstractButton>

namespace ferry::ui {

/// One number of the overview with what it counts; pressed, it opens the page that it is about.
class Tile final : public QAbstractButton {
    Q_OBJECT
public:
    enum class Tone { Plain, Good, Warning, Bad };

    Tile(const QString &iconName, const QString &title, const QString &objectName, QWidget *parent = nullptr);

    void setFigure(const QString &figure, const QString &note, Tone tone = Tone::Plain);

    QSize sizeHint() const override { return {196, 104}; }
    QSize minimumSizeHint() const override { return {140, 104}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    QString m_title;
    QString m_figure;
    QString m_note;
    Tone m_tone = Tone::Plain;
};

} // namespace ferry::ui
