#include "ui/dialogs/AboutDialog.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

AboutDialog::AboutDialog(QWidget *parent) : ActionDialog(u"aboutDialog"_s, parent)
{
    setHeading(
        tr("Ferrygate"), tr("Publishes FTP and FTPS servers through a gateway, and proves that they can be reached."));
    auto *sign = new QLabel(this);
    sign->setPixmap(applicationIcon().pixmap(QSize(64, 64)));
    sign->setAccessibleName(tr("Ferrygate"));
    QLabel *facts = makeFixed(versions(), this);
    facts->setObjectName(u"versions"_s);
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::section);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(facts, 1, Qt::AlignTop);
    body()->addLayout(line);
    body()->addWidget(new QuietLabel(tr("Free software under the Apache License 2.0, without warranty."), this));
    body()->addStretch(1);
    QPushButton *copy = addFooterButton(tr("&Copy versions"), u"copyVersions"_s);
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(versions()); });
    setDismissal({});
    setPrimary(tr("Close"));
    resize(520, 300);
}

QString AboutDialog::versions()
{
    return u"Ferrygate %1\nQt %2\n%3, %4"_s.arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()),
        QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
}

void AboutDialog::commit()
{
    accept();
}

} // namespace ferry::ui
