#include "tests/gui/shots/Gallery.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FormRow.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/StatePill.h"
#include "ui/widgets/Switch.h"
#include "ui/widgets/ValueEdits.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace ferry::ui;

namespace ferry::shots {

namespace {

QWidget *row(std::initializer_list<QWidget *> widgets)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return line;
}

QWidget *icons()
{
    auto *sheet = new QWidget;
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(0, 0, 0, 0);
    int cell = 0;
    for (const QString &file : QDir(u":/icons"_s).entryList({u"*.svg"_s})) {
        const QString name = file.chopped(4);
        auto *label = new QLabel;
        label->setPixmap(icon(name).pixmap(QSize(name == u"app"_s ? 48 : 24, name == u"app"_s ? 48 : 24)));
        label->setToolTip(name);
        grid->addWidget(label, cell / 16, cell % 16);
        ++cell;
    }
    return sheet;
}

} // namespace

QWidget *makeGallery()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(makeTitle(u"Partner upload"_s));
    layout->addWidget(makeParagraph(u"Clients on any network reach files-1 at 203.0.113.1, port 21, explicit TLS."_s));
    layout->addWidget(row({makePrimaryButton(u"Apply to 2 nodes"_s, {}), makeButton(u"Revert"_s, {}),
        makeButton(u"End 4 sessions"_s, {}, nullptr, ButtonRole::Danger),
        makeButton(u"Discard"_s, {}, nullptr, ButtonRole::Quiet),
        makeButton(u"Test"_s, {}, nullptr, ButtonRole::Ordinary, u"test"_s),
        makeIconButton(u"more"_s, u"More"_s, {})}));
    auto *disabled = makeButton(u"Disabled"_s, {});
    disabled->setEnabled(false);
    auto *disabledPrimary = makePrimaryButton(u"Disabled"_s, {});
    disabledPrimary->setEnabled(false);
    auto *on = new Switch(u"x"_s);
    on->setChecked(true);
    on->setText(u"on"_s);
    auto *off = new Switch(u"x"_s);
    off->setText(u"off"_s);
    layout->addWidget(row({disabled, disabledPrimary, on, off}));
    auto *pills = row({});
    for (int i = 0; i < 6; ++i)
        static_cast<QHBoxLayout *>(pills->layout())->insertWidget(i, new StatePill(static_cast<PillState>(i)));
    layout->addWidget(pills);
    auto *check = new QCheckBox(u"Log connections"_s);
    check->setChecked(true);
    auto *radio = new QRadioButton(u"Pass"_s);
    radio->setChecked(true);
    layout->addWidget(row({check, new QCheckBox(u"Unset"_s), radio, new QRadioButton(u"Deny"_s)}));
    auto *ports = new PortRangeEdit;
    ports->setText(u"5003-5000"_s);
    layout->addWidget(new FormRow(u"&Passive range"_s, ports));
    auto *address = new AddressEdit;
    address->setText(u"203.0.113.1"_s);
    layout->addWidget(new FormRow(u"&External address"_s, address,
        u"Clients are told to connect here for data. Without it the server tells its own address, 10.0.0.20."_s));
    auto *combo = new QComboBox;
    combo->addItems({u"FTP Server"_s, u"FTPS Server"_s});
    auto *spin = new QSpinBox;
    spin->setRange(0, 100);
    layout->addWidget(new FormRow(u"Protocol"_s, combo));
    layout->addWidget(new FormRow(u"Sessions"_s, spin));
    auto *progress = new QProgressBar;
    progress->setValue(40);
    progress->setTextVisible(false);
    progress->setFixedHeight(6);
    layout->addWidget(progress);
    layout->addWidget(new MessageStrip(MessageStrip::Kind::Note,
        u"Three steps: look at the findings, press the quick fixes, then Review and apply."_s));
    auto *strip = new MessageStrip;
    strip->setError({ErrorCode::InvalidInput, {}, u"The range was not saved."_s, u"5003–5000 ends before it starts."_s,
        u"Write the lower port first."_s});
    strip->setAction(u"Try again"_s);
    layout->addWidget(strip);
    layout->addWidget(new MessageStrip(
        MessageStrip::Kind::Warning, u"Filter off: the gateway no longer opens data ports by itself."_s));
    layout->addWidget(new MessageStrip(MessageStrip::Kind::Good, u"vsftpd restarted in 420 ms."_s));
    auto *tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->addTab(icons(), u"Icons"_s);
    tabs->addTab(new SearchField, u"Ports"_s);
    layout->addWidget(tabs);
    page->resize(720, 860);
    return page;
}

} // namespace ferry::shots
