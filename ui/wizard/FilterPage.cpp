#include "ui/wizard/FilterPage.h"

#include "ui/dialogs/FilterForm.h"
#include "ui/dialogs/FormFields.h"
#include "ui/widgets/Labels.h"

#include <QVBoxLayout>

namespace ferry::ui {

FilterPage::FilterPage(QWidget *parent) : PublishPage(parent), m_form(new FilterForm(this))
{
    QVBoxLayout *layout = makeFormLayout(this);
    layout->addWidget(m_form->inspection());
    layout->addWidget(new SectionHeader(tr("What clients may do"), this));
    layout->addWidget(m_form->commands());
    layout->addWidget(
        new QuietLabel(tr("Limits, data connections and the greeting keep their defaults; the filter dialog of the "
                          "rule has them all."),
            this));
    layout->addStretch(1);
    m_form->inspection()->show();
    m_form->commands()->show();
    connect(m_form, &FilterForm::edited, this, &PublishPage::edited);
}

void FilterPage::showDraft(const PublishDraft &draft)
{
    m_form->setSettings(draft.filter);
}

void FilterPage::takeDraft(PublishDraft &draft)
{
    draft.filter = m_form->settings();
}

void FilterPage::refresh(const PublishDraft &draft)
{
    m_form->setSurroundings({draft.tls, draft.passivePorts.has_value()});
}

std::optional<Error> FilterPage::problem() const
{
    return m_form->problem();
}

QWidget *FilterPage::firstField() const
{
    return m_form->inspection();
}

} // namespace ferry::ui
