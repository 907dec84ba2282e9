#include "ui/pages/Page.h"

#include "ui/window/EditRunner.h"

namespace ferry::ui {

Page::Page(const PageContext &context, const QString &objectName, const QString &name, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

const RuleSet &Page::ruleSet() const
{
    return m_context.edits.ruleSet();
}

} // namespace ferry::ui
