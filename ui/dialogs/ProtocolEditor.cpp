#include "ui/dialogs/ProtocolEditor.h"

#include "models/edits/Acceptance.h"
#include "models/edits/Document.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/References.h"
#include "models/edits/UniqueName.h"
#include "ui/dialogs/ConnectionList.h"
#include "ui/dialogs/FormFields.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/MessageStrip.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ProtocolEditor::ProtocolEditor(Document &document, const ProtocolId &protocol, const RuleId &forRule, QWidget *parent)
    : ActionDialog(u"protocolEditor"_s, parent)
    , m_document(document)
    , m_protocol(protocol)
    , m_rule(forRule)
    , m_lock(new MessageStrip(MessageStrip::Kind::Note, {}, this))
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_primary(new ConnectionList(ConnectionList::Kind::Primary, this))
    , m_secondary(new ConnectionList(ConnectionList::Kind::Secondary, this))
    , m_filter(new QComboBox(this))
    , m_filterRow(makeNarrowRow(tr("Application &filter"), m_filter, 200, {}, this))
    , m_usedByRow(nullptr)
    , m_usedBy(makeParagraph({}, this))
{
    m_lock->setObjectName(u"lockStrip"_s);
    m_name->setObjectName(u"protocolName"_s);
    m_description->setObjectName(u"protocolDescription"_s);
    m_filter->setObjectName(u"applicationFilter"_s);
    m_filter->addItem(tr("FTP filter"), static_cast<int>(ApplicationFilter::Ftp));
    m_filter->addItem(tr("None"), static_cast<int>(ApplicationFilter::None));
    m_usedBy->setObjectName(u"usedBy"_s);

    auto *content = new QWidget(this);
    QVBoxLayout *form = makeFormLayout(content);
    form->addWidget(m_lock);
    form->addWidget(new FormRow(tr("&Name"), m_name, {}, content));
    form->addWidget(new FormRow(tr("&Description"), m_description, {}, content));
    form->addSpacing(metrics::half);
    form->addWidget(new SectionHeader(tr("Primary connections: accepted at any time"), content));
    form->addWidget(m_primary);
    form->addSpacing(metrics::half);
    form->addWidget(new SectionHeader(tr("Secondary connections: only on behalf of a live session"), content));
    form->addWidget(m_secondary);
    form->addSpacing(metrics::half);
    form->addWidget(m_filterRow);
    m_usedByRow = new FormRow(tr("Used by"), m_usedBy, {}, content);
    form->addWidget(m_usedByRow);
    form->addStretch(1);
    addScrolled(content);
    resize(720, 640);

    const auto changed = [this] {
        m_touched = true;
        refresh();
    };
    connect(m_name, &QLineEdit::textEdited, this, changed);
    connect(m_description, &QLineEdit::textEdited, this, changed);
    connect(m_primary, &ConnectionList::edited, this, changed);
    connect(m_secondary, &ConnectionList::edited, this, changed);
    connect(m_filter, &QComboBox::activated, this, changed);
    connect(m_lock, &MessageStrip::actionTriggered, this, &ProtocolEditor::customize);
    load();
}

ProtocolDefinition ProtocolEditor::value() const
{
    const ProtocolDefinition *present = m_document.ruleSet().protocols.find(m_protocol);
    ProtocolDefinition protocol = present ? *present : ProtocolDefinition();
    protocol.name = m_name->text().trimmed();
    protocol.description = m_description->text();
    protocol.primary = m_primary->connections();
    protocol.secondary = m_secondary->connections();
    protocol.filter = static_cast<ApplicationFilter>(m_filter->currentData().toInt());
    return protocol;
}

void ProtocolEditor::load()
{
    const RuleSet &ruleSet = m_document.ruleSet();
    const ProtocolDefinition *present = ruleSet.protocols.find(m_protocol);
    const bool isNew = m_protocol.isNull();
    const bool locked = present && present->builtIn;
    const ProtocolDefinition shown =
        present ? *present : ProtocolDefinition{{}, {}, {}, false, {{}}, {}, ApplicationFilter::Ftp};

    setHeading(isNew ? tr("New protocol definition") : shown.name,
        locked ? tr("A built-in protocol definition. It can be read and copied, not edited.")
               : tr("The ports of a protocol, who opens them, and the filter that reads along."));
    m_name->setText(shown.name);
    m_description->setText(shown.description);
    m_primary->setConnections(shown.primary);
    m_secondary->setConnections(shown.secondary);
    m_filter->setCurrentIndex(m_filter->findData(static_cast<int>(shown.filter)));

    m_name->setReadOnly(locked);
    m_description->setReadOnly(locked);
    m_primary->setLocked(locked);
    m_secondary->setLocked(locked);
    m_filter->setEnabled(!locked);
    m_lock->setVisible(locked);
    setPrimary(locked ? QString() : isNew ? tr("Add definition") : tr("Save definition"));
    setDismissal(locked ? tr("Close") : tr("Cancel"));

    const QList<RuleId> users = isNew ? QList<RuleId>() : rulesUsing(ruleSet, m_protocol);
    if (m_rule.isNull() && users.size() == 1)
        m_rule = users.first();
    if (locked) {
        const PublishingRule *rule = users.contains(m_rule) ? ruleSet.rules.find(m_rule) : nullptr;
        m_lock->setMessage(MessageStrip::Kind::Note,
            rule ? tr("Built-in definitions stay as they are. Customize makes a copy that you can edit, and “%1” uses "
                      "it from then on.")
                       .arg(rule->name)
                 : tr("Built-in definitions stay as they are. Customize makes a copy that you can edit and choose in "
                      "your rules."));
        m_lock->setAction(tr("C&ustomize"));
    }
    QStringList names;
    for (const RuleId &id : users)
        names << ruleSet.rules.find(id)->name;
    m_usedBy->setText(names.isEmpty() ? tr("No rule yet") : namedShortly(names));
    m_usedByRow->setVisible(!isNew);
    m_usedByRow->setConsequence(
        !locked && names.size() > 1 ? tr("A change reaches all of them with the next Apply.") : QString());
    refresh();
    if (!locked)
        m_name->setFocus();
}

void ProtocolEditor::customize()
{
    const RuleSet &ruleSet = m_document.ruleSet();
    const ProtocolDefinition *original = ruleSet.protocols.find(m_protocol);
    if (!original)
        return;
    const bool moves = rulesUsing(ruleSet, m_protocol).contains(m_rule);
    const QString name = uniqueName(ruleSet.protocols, tr("%1 (custom%2)").arg(original->name, u"%1"_s));
    const ProtocolDefinition copy = customized(*original, uniqueId(ruleSet.protocols, name, u"protocol"), name);
    if (const auto done = m_document.perform(moves ? customizeProtocol(m_rule) : insertProtocol(copy)); !done)
        return showFailure(done.error());
    m_protocol = moves ? m_document.ruleSet().rules.find(m_rule)->protocol : copy.id;
    load();
}

void ProtocolEditor::refresh()
{
    const ProtocolDefinition shown = value();
    m_filterRow->setConsequence(shown.filter == ApplicationFilter::Ftp
            ? tr("The FTP filter can be switched on and off in each rule. On, it opens the secondary connections.")
            : tr("No filter: only primary connections pass, and rules cannot switch the filter on."));
    if (shown.builtIn)
        return setProblem({});
    std::optional<Error> problem = m_primary->problem();
    if (!problem)
        problem = m_secondary->problem();
    if (!problem) {
        ProtocolDefinition candidate = shown;
        if (candidate.id.isNull())
            candidate.id = ProtocolId::fromTrusted(u"new"_s);
        if (const auto accepted = acceptable(m_document.ruleSet(), candidate); !accepted)
            problem = accepted.error();
    }
    setProblem(problem, !m_touched);
}

void ProtocolEditor::commit()
{
    ProtocolDefinition protocol = value();
    EditPtr edit;
    if (m_protocol.isNull()) {
        protocol.id = uniqueId(m_document.ruleSet().protocols, protocol.name, u"protocol");
        edit = insertProtocol(protocol);
    } else {
        edit = replaceProtocol(protocol);
    }
    if (const auto done = m_document.perform(std::move(edit)); !done)
        return showFailure(done.error());
    m_protocol = protocol.id;
    accept();
}

} // namespace ferry::ui
