#include "ui/dialogs/ImportDialog.h"

#include "models/edits/Document.h"
#include "models/edits/ReplaceRuleSet.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/MessageStrip.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

enum Column { NameColumn, KindColumn, WhatColumn, ColumnCount };

QString kindText(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Protocol:
        return ImportDialog::tr("Protocol definition");
    case ObjectKind::Gateway:
        return ImportDialog::tr("Gateway");
    case ObjectKind::FtpService:
        return ImportDialog::tr("FTP service");
    case ObjectKind::Rule:
        return ImportDialog::tr("Rule");
    }
    return {};
}

QString whatText(ImportItem::What what)
{
    switch (what) {
    case ImportItem::What::Added:
        return ImportDialog::tr("Added");
    case ImportItem::What::Changed:
        return ImportDialog::tr("Changed");
    case ImportItem::What::Same:
        return ImportDialog::tr("Same");
    case ImportItem::What::Removed:
        return ImportDialog::tr("Removed");
    }
    return {};
}

QIcon whatIcon(ImportItem::What what, const Colours &colours)
{
    switch (what) {
    case ImportItem::What::Added:
        return icon(u"plus"_s, colours.good.text);
    case ImportItem::What::Changed:
        return icon(u"draft"_s);
    case ImportItem::What::Same:
        return icon(u"check"_s, colours.quietText);
    case ImportItem::What::Removed:
        return icon(u"minus"_s, colours.bad.text);
    }
    return {};
}

} // namespace

ImportDialog::ImportDialog(Document &document, const RuleSet &incoming, const QString &fileName, QWidget *parent)
    : ActionDialog(u"importDialog"_s, parent)
    , m_document(document)
    , m_incoming(incoming)
    , m_mode(new ChoiceList(tr("How to import"), this))
    , m_counts(new MessageStrip(MessageStrip::Kind::Note, {}, this))
    , m_items(new QTreeWidget(this))
    , m_showSame(new QCheckBox(tr("&Show what stays the same"), this))
{
    setHeading(tr("Import %1").arg(fileName.section(u'/', -1)),
        tr("Nothing has changed yet. The import is one step that can be undone; nodes change when you apply."));
    m_mode->addChoice(static_cast<int>(ImportMode::Merge), tr("&Merge"), u"importMerge"_s,
        tr("Objects with a known id are replaced in their place, new ones come behind the others. Nothing is "
           "removed."));
    m_mode->addChoice(static_cast<int>(ImportMode::Replace), tr("&Replace everything"), u"importReplace"_s,
        tr("The file takes the place of the whole rule set. What it does not hold is removed."));
    m_counts->setObjectName(u"importCounts"_s);
    m_showSame->setObjectName(u"showSame"_s);
    m_items->setObjectName(u"importItems"_s);
    m_items->setAccessibleName(tr("What the import does"));
    m_items->setColumnCount(ColumnCount);
    m_items->setHeaderLabels({tr("Name"), tr("Kind"), tr("What happens")});
    m_items->setUniformRowHeights(true);
    m_items->setAllColumnsShowFocus(true);
    m_items->header()->setStretchLastSection(false);
    m_items->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_items->header()->setSectionResizeMode(KindColumn, QHeaderView::ResizeToContents);
    m_items->header()->setSectionResizeMode(WhatColumn, QHeaderView::ResizeToContents);
    body()->addWidget(m_mode);
    body()->addWidget(m_counts);
    body()->addWidget(m_items, 1);
    body()->addWidget(m_showSame);
    resize(760, 620);
    connect(m_mode, &ChoiceList::choiceMade, this, &ImportDialog::preview);
    connect(m_showSame, &QCheckBox::toggled, this, &ImportDialog::fill);
    preview();
}

void ImportDialog::preview()
{
    m_preview = previewImport(m_document.ruleSet(), m_incoming, static_cast<ImportMode>(m_mode->chosen()));
    const auto count = [this](ImportItem::What what) { return static_cast<int>(m_preview.count(what)); };
    const int removed = count(ImportItem::What::Removed);
    const int changes = count(ImportItem::What::Added) + count(ImportItem::What::Changed) + removed;
    m_counts->setMessage(removed > 0 ? MessageStrip::Kind::Warning : MessageStrip::Kind::Note,
        m_preview.changesNothing() ? tr("The rule set holds all of this already.")
                                   : tr("%1 added, %2 changed, %3 removed, %4 the same.")
                                         .arg(count(ImportItem::What::Added))
                                         .arg(count(ImportItem::What::Changed))
                                         .arg(removed)
                                         .arg(count(ImportItem::What::Same)));
    // A file whose rules only stand in another order changes something, yet no object.
    setPrimary(changes > 0 ? tr("&Import %n changes", nullptr, changes) : tr("&Import"));
    if (!m_preview.problems.isEmpty())
        setProblem(m_preview.problems.first());
    else if (m_preview.changesNothing())
        setProblem(Error{ErrorCode::InvalidInput, {}, tr("There is nothing to import."),
                       tr("The rule set holds all of this already."), {}},
            true);
    else
        setProblem({});
    fill();
}

void ImportDialog::fill()
{
    const Colours &colours = coloursOf(palette());
    QList<QTreeWidgetItem *> rows;
    for (const ImportItem &item : std::as_const(m_preview.items)) {
        if (item.what == ImportItem::What::Same && !m_showSame->isChecked())
            continue;
        auto *row = new QTreeWidgetItem({item.name, kindText(item.kind), whatText(item.what)});
        row->setIcon(NameColumn, whatIcon(item.what, colours));
        row->setToolTip(NameColumn, item.id);
        for (const QString &words : item.words)
            row->addChild(new QTreeWidgetItem({words}));
        rows << row;
    }
    m_items->clear();
    m_items->addTopLevelItems(rows);
    m_items->setCurrentItem(rows.value(0));
    if (rows.size() <= 100)
        m_items->expandAll();
}

void ImportDialog::commit()
{
    if (const auto done = m_document.perform(importRuleSet(m_preview.result)); !done)
        return showFailure(done.error());
    accept();
}

} // namespace ferry::ui
