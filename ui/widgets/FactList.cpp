#include "ui/widgets/FactList.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/ClearLayout.h"
#include "ui/widgets/Labels.h"

#include <QGridLayout>

namespace ferry::ui {

namespace {

constexpr int labelWidth = 116;

} // namespace

FactList::FactList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::margin);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
}

void FactList::setFacts(const QList<Fact> &facts)
{
    clearLayout(m_grid);
    int row = 0;
    for (const Fact &fact : facts) {
        auto *label = new QuietLabel(fact.label, this);
        label->setFixedWidth(labelWidth);
        auto *value = new QLabel(fact.value, this);
        value->setTextFormat(Qt::PlainText);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setWordWrap(true);
        if (fact.fixed)
            value->setFont(fixedFont(value->font()));
        m_grid->addWidget(label, row, 0, Qt::AlignLeft | Qt::AlignTop);
        m_grid->addWidget(value, row, 1, Qt::AlignTop);
        ++row;
    }
}

} // namespace ferry::ui
