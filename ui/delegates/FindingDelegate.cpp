#include "ui/delegates/FindingDelegate.h"

#include "models/tables/FindingsModel.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/FindingCard.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace ferry::ui {

namespace {

constexpr int rowHeight = 50;
constexpr int buttonHeight = 28;
/// More fixes of one finding are offered by the inspector and the context menu.
constexpr qsizetype buttonsShown = 2;

QColor inkOf(Severity severity, const Colours &c)
{
    switch (severity) {
    case Severity::Error:
        return c.bad.text;
    case Severity::Warning:
        return c.draft.text;
    case Severity::Note:
        break;
    }
    return c.pending.text;
}

} // namespace

QList<FindingDelegate::Button> FindingDelegate::buttons(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QList<Button> result;
    int right = option.rect.right() - metrics::margin;
    const QStringList labels = index.data(FindingsModel::FixLabelsRole).toStringList().mid(0, buttonsShown);
    for (auto label = labels.crbegin(); label != labels.crend(); ++label) {
        const int width = QFontMetrics(option.font).horizontalAdvance(*label) + 24;
        const int top = option.rect.top() + (option.rect.height() - buttonHeight) / 2;
        result.prepend({QRect(right - width, top, width, buttonHeight), *label});
        right -= width + metrics::unit;
    }
    return result;
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const Colours &c = coloursOf(option.palette);
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->fillRect(
        option.rect.left(), option.rect.bottom(), option.rect.width(), 1, blended(c.surface, c.hairline, 0.6));
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);

    const QList<Button> fixes = buttons(option, index);
    for (qsizetype i = 0; i < fixes.size(); ++i) {
        QStyleOptionButton button;
        button.QStyleOption::operator=(option);
        button.rect = fixes.at(i).rect;
        button.text = fixes.at(i).label;
        button.state = QStyle::State_Enabled | QStyle::State_Raised;
        if (m_pressed == index && m_pressedFix == i)
            button.state |= QStyle::State_Sunken;
        style->drawControl(QStyle::CE_PushButton, &button, painter, nullptr);
    }

    const auto severity = static_cast<Severity>(index.data(FindingsModel::SeverityRole).toInt());
    QRect content = option.rect.adjusted(metrics::margin, 6, -metrics::margin, -7);
    if (!fixes.isEmpty())
        content.setRight(fixes.first().rect.left() - metrics::margin);
    paintIcon(
        *painter, severityLook(severity).icon, QRect(content.left(), content.top() + 2, 16, 16), inkOf(severity, c));
    content.setLeft(content.left() + metrics::icon + 10);
    painter->save();
    const QRect upper(content.left(), content.top(), content.width(), content.height() / 2);
    const QRect lower(content.left(), content.top() + content.height() / 2, content.width(), content.height() / 2);
    const QString title = index.siblingAtColumn(FindingsModel::TitleColumn).data().toString();
    const QString subject = index.siblingAtColumn(FindingsModel::SubjectColumn).data().toString();
    QFont strong = given.font;
    strong.setWeight(QFont::Medium);
    painter->setFont(strong);
    painter->setPen(c.text);
    const QFontMetrics wide(strong);
    painter->drawText(upper, Qt::AlignVCenter, wide.elidedText(title, Qt::ElideRight, upper.width()));
    const int used = wide.horizontalAdvance(title) + 12;
    painter->setFont(smallFont(given.font));
    painter->setPen(c.quietText);
    if (used < upper.width() - 40)
        painter->drawText(upper.adjusted(used, 0, 0, 0), Qt::AlignVCenter,
            painter->fontMetrics().elidedText(subject, Qt::ElideRight, upper.width() - used));
    const QString text = index.data(FindingsModel::ExplanationRole).toString();
    painter->drawText(lower, Qt::AlignVCenter, painter->fontMetrics().elidedText(text, Qt::ElideRight, lower.width()));
    painter->restore();
    if (focused) {
        QStyleOptionFocusRect ring;
        ring.QStyleOption::operator=(option);
        ring.rect.adjust(2, 1, -2, -2);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, option.widget);
    }
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {240, rowHeight};
}

bool FindingDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    const QList<Button> fixes = buttons(option, index);
    for (qsizetype i = 0; i < fixes.size(); ++i) {
        if (!fixes.at(i).rect.contains(mouse->position().toPoint()))
            continue;
        const bool press = event->type() == QEvent::MouseButtonPress;
        const bool chosen = !press && m_pressed == index && m_pressedFix == i;
        m_pressed = press ? QPersistentModelIndex(index) : QPersistentModelIndex();
        m_pressedFix = press ? static_cast<int>(i) : -1;
        if (chosen)
            Q_EMIT fixChosen(index, static_cast<int>(i));
        return true;
    }
    m_pressed = QPersistentModelIndex();
    return false;
}

} // namespace ferry::ui
