#include "ui/dialogs/ChoiceList.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Labels.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ferry::ui {

ChoiceList::ChoiceList(const QString &what, QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    setAccessibleName(what);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::unit);
    connect(m_group, &QButtonGroup::idClicked, this, &ChoiceList::choiceMade);
}

void ChoiceList::addChoice(int id, const QString &label, const QString &objectName, const QString &consequence)
{
    auto *row = new QWidget(this);
    auto *button = new QRadioButton(label, row);
    button->setObjectName(objectName);
    m_group->addButton(button, id);
    auto *words = new QuietLabel(consequence, row);
    words->setFont(smallFont(words->font()));
    words->setContentsMargins(metrics::section, 0, 0, 0);
    words->setVisible(!consequence.isEmpty());
    auto *both = new QVBoxLayout(row);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(2);
    both->addWidget(button);
    both->addWidget(words);
    m_layout->addWidget(row);
    m_choices.insert(id, {button, words, row});
    button->setAccessibleDescription(consequence);
    if (m_choices.size() == 1) {
        button->setChecked(true);
        setFocusProxy(button);
    }
}

void ChoiceList::clear()
{
    for (const Choice &choice : std::as_const(m_choices))
        delete choice.row;
    m_choices.clear();
}

void ChoiceList::setConsequence(int id, const QString &text)
{
    const Choice choice = m_choices.value(id);
    choice.consequence->setText(text);
    choice.consequence->setVisible(!text.isEmpty());
    choice.button->setAccessibleDescription(text);
}

void ChoiceList::setChoiceEnabled(int id, bool enabled)
{
    m_choices.value(id).button->setEnabled(enabled);
    m_choices.value(id).consequence->setEnabled(enabled);
}

int ChoiceList::chosen() const
{
    return m_group->checkedId();
}

void ChoiceList::setChosen(int id)
{
    if (QAbstractButton *button = m_group->button(id)) {
        button->setChecked(true);
        setFocusProxy(button);
    }
}

} // namespace ferry::ui
