#pragma once

#include <QFrame>
#include <QLabel>

namespace ferry::ui {

/// The title of a page or dialog.
[[nodiscard]] QLabel *makeTitle(const QString &text, QWidget *parent = nullptr);
/// Wrapped ordinary text.
[[nodiscard]] QLabel *makeParagraph(const QString &text, QWidget *parent = nullptr);
/// Wrapped text in the quiet colour: explanations and consequences.
class QuietLabel final : public QLabel {
    Q_OBJECT
public:
    explicit QuietLabel(const QString &text = {}, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColour();
    bool m_applying = false;
};

/// An address, port or command in the fixed-width font; can be selected and is never wrapped.
[[nodiscard]] QLabel *makeFixed(const QString &text, QWidget *parent = nullptr);

/// A hairline between panes or groups.
class Hairline final : public QFrame {
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// One line of text that ends in "…" where there is no room, with the whole text in the tooltip.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

/// The head of a group in a page or dialog: a strong word, an optional count, a line behind it.
class SectionHeader final : public QWidget {
    Q_OBJECT
public:
    explicit SectionHeader(const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
    /// -1 hides it.
    void setCount(int count);
    /// At the right end, after the line.
    void addWidget(QWidget *widget);

private:
    QLabel *m_text;
    QLabel *m_count;
};

} // namespace ferry::ui
