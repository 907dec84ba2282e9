#include "ui/dialogs/PlanView.h"

#include "models/tables/PlanModel.h"
#include "ui/dialogs/DifferenceView.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Labels.h"

#include <QHeaderView>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

struct KindLook {
    QString icon;
    QColor colour;
    QString word;
};

KindLook lookOf(int kind, const Colours &colours)
{
    switch (kind) {
    case PlanModel::Add:
        return {u"plus"_s, colours.good.text, PlanView::tr("Added")};
    case PlanModel::Remove:
        return {u"minus"_s, colours.bad.text, PlanView::tr("Removed")};
    case PlanModel::Restart:
        return {u"restart"_s, colours.draft.text, PlanView::tr("Restart")};
    case PlanModel::File:
        return {u"file"_s, colours.text, PlanView::tr("File")};
    case PlanModel::Problem:
        return {u"error"_s, colours.bad.text, PlanView::tr("Problem")};
    case PlanModel::Node:
        return {u"gateways"_s, colours.text, PlanView::tr("Node")};
    default:
        return {u"draft"_s, colours.text, PlanView::tr("Changed")};
    }
}

bool onlyServices(const QModelIndex &node)
{
    const NodeConfig &desired = static_cast<const PlanModel *>(node.model())->plans().at(node.row()).desired;
    return desired.gateways.isEmpty() && !desired.services.isEmpty();
}

/// Icon and weight by kind; what a row is about in the quiet colour.
class PlanDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Colours &colours = coloursOf(option->palette);
        const int kind = index.data(PlanModel::KindRole).toInt();
        if (index.column() == PlanModel::SubjectColumn) {
            option->palette.setColor(QPalette::Text, colours.quietText);
            option->palette.setColor(QPalette::HighlightedText, colours.quietText);
            return;
        }
        KindLook look = lookOf(kind, colours);
        if (kind == PlanModel::Node && onlyServices(index))
            look.icon = u"services"_s;
        option->icon = icon(look.icon, look.colour);
        option->decorationSize = QSize(metrics::icon, metrics::icon);
        option->features |= QStyleOptionViewItem::HasDecoration;
        if (kind == PlanModel::Node)
            option->font = strongFont(option->font);
        if (kind == PlanModel::File)
            option->font = fixedFont(option->font);
    }
};

} // namespace

PlanView::PlanView(QWidget *parent)
    : QWidget(parent)
    , m_model(new PlanModel(this))
    , m_tree(new QTreeView(this))
    , m_filePane(new QWidget(this))
    , m_fileName(new SectionHeader({}, m_filePane))
    , m_difference(new DifferenceView(m_filePane))
{
    m_tree->setObjectName(u"plannedChanges"_s);
    m_tree->setAccessibleName(tr("Changes by node"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new PlanDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(PlanModel::TextColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(PlanModel::SubjectColumn, QHeaderView::ResizeToContents);

    auto *file = new QVBoxLayout(m_filePane);
    file->setContentsMargins(0, metrics::unit, 0, 0);
    file->setSpacing(metrics::unit);
    file->addWidget(m_fileName);
    file->addWidget(m_difference, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_filePane);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    m_filePane->hide();
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PlanView::showFile);
}

void PlanView::setPlans(const QList<NodePlan> &plans)
{
    m_model->setPlans(plans);
    m_tree->expandAll();
    m_tree->setCurrentIndex(m_model->index(0, 0));
    const QModelIndexList files = m_model->match(
        m_model->index(0, 0), PlanModel::KindRole, PlanModel::File, 1, Qt::MatchExactly | Qt::MatchRecursive);
    m_filePane->setVisible(!files.isEmpty());
    if (!files.isEmpty())
        showFile(files.first());
}

void PlanView::showFile(const QModelIndex &index)
{
    const QModelIndex file = index.siblingAtColumn(PlanModel::TextColumn);
    if (file.data(PlanModel::KindRole).toInt() != PlanModel::File)
        return;
    const NodePlan &plan = m_model->plans().at(file.parent().row());
    m_fileName->setText(tr("%1 on %2, line by line").arg(file.data().toString(), plan.node));
    m_difference->setTexts(file.data(PlanModel::BeforeRole).toString(), file.data(PlanModel::AfterRole).toString());
    m_difference->setAccessibleDescription(file.data().toString());
}

} // namespace ferry::ui
