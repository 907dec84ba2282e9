#include "ui/window/NavigationList.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

constexpr int pageRole = Qt::UserRole;
constexpr int countRole = Qt::UserRole + 1;
constexpr int iconRole = Qt::UserRole + 2;

class NavigationDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {160, index.data(pageRole).isValid() ? 34 : 17};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = coloursOf(option.palette);
        const QRect row = option.rect.adjusted(metrics::unit, 1, -metrics::unit, -1);
        if (!index.data(pageRole).isValid()) {
            painter->fillRect(row.left(), row.center().y(), row.width(), 1, c.hairline);
            return;
        }
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool over = option.state.testFlag(QStyle::State_MouseOver);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || over) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? c.selection : c.hover);
            painter->drawRoundedRect(row, metrics::radius, metrics::radius);
        }
        if (selected && option.state.testFlag(QStyle::State_HasFocus)
            && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
            painter->setPen(QPen(c.accent, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
        }
        painter->restore();

        const QColor ink = selected ? c.link : c.text;
        QRect content = row.adjusted(10, 0, -10, 0);
        const QRect glyph(content.left(), content.center().y() - 7, metrics::icon, metrics::icon);
        paintIcon(*painter, index.data(iconRole).toString(), glyph, selected ? c.link : c.quietText);
        content.setLeft(glyph.right() + 11);
        painter->save();
        const int count = index.data(countRole).toInt();
        if (count >= 0) {
            painter->setFont(smallFont(option.font));
            painter->setPen(selected ? c.link : c.quietText);
            painter->drawText(content, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), QLocale().toString(count));
        }
        painter->setFont(selected ? strongFont(option.font) : option.font);
        painter->setPen(ink);
        painter->drawText(content, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), index.data().toString());
        painter->restore();
    }
};

} // namespace

NavigationList::NavigationList(QWidget *parent) : QListWidget(parent)
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Pages"));
    setItemDelegate(new NavigationDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, metrics::unit, 0, metrics::unit);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    setMouseTracking(true);
    setMinimumWidth(160);

    const auto add = [this](PageId page, const QString &name, const QString &iconName) {
        auto *item = new QListWidgetItem(name, this);
        item->setData(pageRole, static_cast<int>(page));
        item->setData(countRole, -1);
        item->setData(iconRole, iconName);
    };
    add(PageId::Overview, tr("Overview"), u"overview"_s);
    add(PageId::Rules, tr("Rules"), u"rules"_s);
    add(PageId::Protocols, tr("Protocols"), u"protocols"_s);
    add(PageId::Services, tr("FTP services"), u"services"_s);
    add(PageId::Gateways, tr("Gateways"), u"gateways"_s);
    auto *line = new QListWidgetItem(this);
    line->setFlags(Qt::NoItemFlags);
    add(PageId::Log, tr("Live log"), u"log"_s);
    add(PageId::Sessions, tr("Sessions"), u"sessions"_s);
    add(PageId::History, tr("History"), u"history"_s);

    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item != nullptr && item->data(pageRole).isValid())
            Q_EMIT pageChosen(page());
    });
}

PageId NavigationList::page() const
{
    return currentItem() ? static_cast<PageId>(currentItem()->data(pageRole).toInt()) : PageId::Rules;
}

void NavigationList::setPage(PageId page)
{
    setCurrentItem(itemOf(page));
}

void NavigationList::setCount(PageId page, int count)
{
    QListWidgetItem *item = itemOf(page);
    item->setData(countRole, count);
    item->setData(Qt::AccessibleTextRole, count < 0 ? item->text() : u"%1, %2"_s.arg(item->text()).arg(count));
}

QSize NavigationList::sizeHint() const
{
    return {176, 320};
}

QListWidgetItem *NavigationList::itemOf(PageId page) const
{
    for (int row = 0; row < count(); ++row) {
        const QVariant which = item(row)->data(pageRole);
        if (which.isValid() && which.toInt() == static_cast<int>(page))
            return item(row);
    }
    return nullptr;
}

} // namespace ferry::ui
