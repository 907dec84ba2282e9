#include "ui/dialogs/VolumeDialog.h"

#include "models/base/ByteSize.h"
#include "models/edits/Document.h"
#include "ui/dialogs/FormFields.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/window/Intents.h"

#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

/// As parseByteSize() reads it, in the largest unit that divides it.
QString editableSize(qint64 bytes)
{
    qint64 value = bytes;
    qsizetype unit = 0;
    const QString units = u" KMGT"_s;
    for (; unit + 1 < units.size() && value > 0 && value % 1024 == 0; ++unit)
        value /= 1024;
    return unit == 0 ? QString::number(value) : QString::number(value) + units[unit];
}

} // namespace

VolumeDialog::VolumeDialog(const Document &document, Intents &intents, const ServiceId &service,
    const std::optional<VolumeStatus> &volume, QWidget *parent)
    : ActionDialog(u"volumeDialog"_s, parent)
    , m_intents(intents)
    , m_service(service)
    , m_used(new QProgressBar(this))
    , m_usedRow(new FormRow(tr("Volume"), m_used, {}, this))
    , m_size(new QLineEdit(this))
    , m_sizeRow(makeNarrowRow(tr("&Ballast"), m_size, 160, {}, this))
    , m_strip(new MessageStrip(MessageStrip::Kind::Note, {}, this))
    , m_giveBack(addAlternative(tr("&Give back"), u"volumeGiveBack"_s))
{
    const FtpService *found = document.ruleSet().ftpServices.find(service);
    setHeading(tr("Volume of %1").arg(found ? found->name : service.text()),
        tr("Ballast is a file that keeps room on the volume of the server's files. When the disk is full, it is given "
           "back at once, and uploads go on while you clean up."));
    m_used->setObjectName(u"volumeUsed"_s);
    m_used->setTextVisible(false);
    m_used->setRange(0, 1000);
    m_size->setObjectName(u"volumeBallast"_s);
    m_size->setPlaceholderText(u"2G"_s);
    m_strip->setObjectName(u"volumeStrip"_s);
    body()->addWidget(m_strip);
    body()->addWidget(m_usedRow);
    body()->addWidget(m_sizeRow);
    body()->addStretch(1);
    setPrimary(tr("&Keep room"));
    setDismissal(tr("Close"));
    resize(620, 380);
    connect(m_size, &QLineEdit::textEdited, this, &VolumeDialog::refresh);
    connect(m_giveBack, &QPushButton::clicked, this, [this] { ask(0, tr("Giving back…")); });
    if (volume)
        show(*volume);
    else
        refresh();
}

void VolumeDialog::show(const VolumeStatus &volume)
{
    m_volume = volume;
    const double used = volume.size > 0 ? 1.0 - double(volume.available) / double(volume.size) : 0;
    m_used->setValue(qRound(1000 * used));
    m_usedRow->setConsequence(
        tr("%1 of %2 free, at %3.").arg(sizeText(volume.available), sizeText(volume.size), volume.folder));
    m_size->setText(editableSize(volume.ballast));
    refresh();
}

void VolumeDialog::refresh()
{
    m_usedRow->setVisible(m_volume.has_value());
    m_sizeRow->setVisible(m_volume.has_value());
    m_giveBack->setVisible(m_volume && m_volume->ballast > 0);
    m_strip->setVisible(!m_volume || m_volume->isLow());
    if (!m_volume) {
        const Error none{ErrorCode::NotFound, m_service.text(), tr("The agent keeps no ballast for this service."),
            tr("agent.json names no file for it."),
            tr("Add \"ballast\" to the service in agent.json on the node, then start the agent again.")};
        m_strip->setMessage(MessageStrip::Kind::Note, none.text());
        setProblem(none, true);
        return;
    }
    if (m_volume->isLow()) {
        m_strip->setMessage(MessageStrip::Kind::Warning,
            m_volume->ballast > 0
                ? tr("The volume is nearly full. Give the ballast back, then remove files that are not needed.")
                : tr("The volume is nearly full. Remove files that are not needed."));
    }
    m_sizeRow->setConsequence(
        m_volume->ballast > 0 ? tr("%1 are kept now.").arg(sizeText(m_volume->ballast)) : tr("Nothing is kept now."));
    const std::optional<qint64> wanted = parseByteSize(m_size->text());
    if (!wanted) {
        setProblem(Error{ErrorCode::InvalidInput, m_size->text(), tr("This is not a size."), {},
                       tr("Write it like 2G, 500M or 0.")},
            m_size->text().isEmpty());
    } else if (*wanted == m_volume->ballast) {
        setProblem(Error{ErrorCode::InvalidInput, {}, tr("There is nothing to change."),
                       tr("This much is kept already."), tr("Write another size.")},
            true);
    } else {
        setProblem({});
    }
}

void VolumeDialog::ask(qint64 bytes, const QString &doing)
{
    setBusy(true, doing);
    m_giveBack->setEnabled(false);
    Q_EMIT m_intents.ballastRequested(m_service, bytes);
}

void VolumeDialog::setVolume(const ServiceId &service, const VolumeStatus &volume)
{
    if (service != m_service)
        return;
    setBusy(false);
    m_giveBack->setEnabled(true);
    show(volume);
}

void VolumeDialog::setError(const ServiceId &service, const Error &error)
{
    if (service != m_service)
        return;
    setBusy(false);
    m_giveBack->setEnabled(true);
    showFailure(error);
}

void VolumeDialog::commit()
{
    if (const std::optional<qint64> wanted = parseByteSize(m_size->text()))
        ask(*wanted, tr("Keeping room…"));
}

} // namespace ferry::ui
