#include "ui/window/FindingsPanel.h"

#include "models/tables/LiveFindings.h"
#include "ui/delegates/FindingDelegate.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Labels.h"
#include "ui/window/EditRunner.h"

#include <QHBoxLayout>
#include <QListView>
#include <QMenu>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

constexpr int headHeight = 42;

} // namespace

FindingsPanel::FindingsPanel(EditRunner &edits, LiveFindings &findings, FindingsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_edits(edits)
    , m_findings(findings)
    , m_model(model)
    , m_counts(new QuietLabel({}, this))
    , m_line(new Hairline(Qt::Horizontal, this))
    , m_list(new QListView(this))
{
    setObjectName(u"findingsPanel"_s);
    setAccessibleName(tr("Findings"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::margin, 6, metrics::unit, 6);
    auto *title = new QLabel(tr("Findings"), this);
    title->setFont(strongFont(title->font()));
    m_counts->setObjectName(u"findingsCounts"_s);
    m_counts->setWordWrap(false);
    auto *hide = makeIconButton(u"close"_s, tr("Hide the findings"), u"findingsClose"_s, this);
    head->addWidget(title);
    head->addSpacing(metrics::unit);
    head->addWidget(m_counts, 1);
    head->addWidget(hide);

    m_list->setObjectName(u"findingsList"_s);
    m_list->setAccessibleName(tr("Findings"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setModel(&model);
    m_list->setModelColumn(FindingsModel::TitleColumn);
    auto *delegate = new FindingDelegate(m_list);
    m_list->setItemDelegate(delegate);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);

    connect(hide, &QToolButton::clicked, this, &FindingsPanel::closeRequested);
    connect(delegate, &FindingDelegate::fixChosen, this,
        [this](const QModelIndex &index, int which) { fix(index.row(), which); });
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT subjectWanted({static_cast<ObjectKind>(index.data(FindingsModel::KindRole).toInt()),
            index.data(FindingsModel::SubjectIdRole).toString()});
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &FindingsPanel::showMenu);
    connect(&model, &QAbstractItemModel::modelReset, this, &FindingsPanel::refresh);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &FindingsPanel::refresh);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &FindingsPanel::refresh);
    refresh();
}

void FindingsPanel::refresh()
{
    QStringList counts;
    const auto add = [&](Severity severity, const char *text) {
        if (const int count = m_findings.count(severity); count > 0)
            counts << tr(text, nullptr, count);
    };
    add(Severity::Error, QT_TR_N_NOOP("%n errors"));
    add(Severity::Warning, QT_TR_N_NOOP("%n warnings"));
    add(Severity::Note, QT_TR_N_NOOP("%n notes"));
    m_counts->setText(counts.join(u"  ·  "_s));
    const bool none = m_model.rowCount() == 0;
    m_list->setVisible(!none);
    m_line->setVisible(!none);
    setMaximumHeight(none ? headHeight : QWIDGETSIZE_MAX);
    setMinimumHeight(none ? headHeight : headHeight + 100);
    if (std::exchange(m_isCollapsed, none) != none)
        Q_EMIT collapsedChanged(none);
    if (none)
        m_counts->setText(tr("Nothing found. The checks run after every edit."));
    // Worst first, and so is the current one, until somebody goes to another.
    if (!none && !m_list->hasFocus())
        m_list->setCurrentIndex(m_model.index(0, FindingsModel::TitleColumn));
}

void FindingsPanel::fix(int row, int index)
{
    const Finding finding = m_model.findingAt(row);
    if (index < finding.fixes.size())
        m_edits.run(finding.fixes.at(index).makeEdit(m_edits.ruleSet()));
}

void FindingsPanel::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    QMenu menu(this);
    const QStringList labels = index.data(FindingsModel::FixLabelsRole).toStringList();
    for (int i = 0; i < labels.size(); ++i)
        connect(menu.addAction(labels.at(i)), &QAction::triggered, this, [this, row = index.row(), i] { fix(row, i); });
    menu.addSeparator();
    connect(menu.addAction(tr("Show %1").arg(index.siblingAtColumn(FindingsModel::SubjectColumn).data().toString())),
        &QAction::triggered, this, [this, index] { Q_EMIT m_list->activated(index); });
    menu.exec(m_list->viewport()->mapToGlobal(position));
}

} // namespace ferry::ui
