#include "ui/dialogs/SiteList.h"

#include "ui/dialogs/FormFields.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/ValueEdits.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

// Column widths shared by head and rows.
constexpr int nameWidth = 140;
constexpr int portWidth = 84;
constexpr int tlsWidth = 130;
constexpr int removeWidth = metrics::controlHeight;

QLabel *columnHead(const QString &text, int width, QWidget *parent)
{
    auto *label = new QuietLabel(text, parent);
    label->setFont(smallFont(label->font()));
    if (width > 0)
        label->setFixedWidth(width);
    return label;
}

} // namespace

SiteList::SiteList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_add(makeButton(tr("Add &site"), u"addSite"_s, this, ButtonRole::Quiet, u"plus"_s))
{
    setObjectName(u"siteList"_s);
    setAccessibleName(tr("Sites"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::unit);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::unit);
    head->addWidget(columnHead(tr("Name"), nameWidth, this));
    head->addWidget(columnHead(tr("Address on the server"), 0, this), 1);
    head->addWidget(columnHead(tr("Port"), portWidth, this));
    head->addWidget(columnHead(tr("TLS"), tlsWidth, this));
    head->addSpacing(removeWidth);
    m_layout->addLayout(head);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.last().name->setFocus();
        Q_EMIT edited();
    });
}

void SiteList::setSites(const QList<FtpSite> &sites)
{
    while (!m_rows.isEmpty())
        delete m_rows.takeLast().widget;
    for (const FtpSite &site : sites)
        addRow(site);
}

QList<FtpSite> SiteList::sites() const
{
    QList<FtpSite> sites;
    for (const Row &row : m_rows) {
        FtpSite site = row.site;
        site.name = row.name->text().trimmed();
        site.address = row.address->value().value_or(Address());
        site.port = static_cast<quint16>(row.port->value());
        site.tls = static_cast<TlsMode>(row.tls->currentData().toInt());
        sites << site;
    }
    return sites;
}

std::optional<Error> SiteList::problem() const
{
    for (const Row &row : m_rows) {
        if (!row.address->isValid()) {
            return Error{ErrorCode::InvalidInput, row.name->text(), tr("The sites were not accepted."),
                tr("The address of site \"%1\" cannot be read.").arg(row.name->text()),
                tr("Write the address at which the server listens, such as 198.51.100.20.")};
        }
    }
    return {};
}

void SiteList::addRow(const FtpSite &site)
{
    Row row{new QWidget(this), nullptr, nullptr, nullptr, nullptr, nullptr, site};
    row.name = new QLineEdit(site.name, row.widget);
    row.name->setObjectName(u"siteName"_s);
    row.name->setAccessibleName(tr("Name of the site"));
    row.name->setFixedWidth(nameWidth);
    row.address = new AddressEdit(AddressEdit::Empty::Refused, row.widget);
    row.address->setObjectName(u"siteAddress"_s);
    row.address->setAccessibleName(tr("Address of the site"));
    if (!site.address.isUnspecified() || !site.name.isEmpty())
        row.address->setValue(site.address);
    row.port = makeNumber(u"sitePort"_s, 1, 65535, {}, row.widget);
    row.port->setAccessibleName(tr("Port of the site"));
    row.port->setGroupSeparatorShown(false);
    row.port->setValue(site.port);
    row.port->setFixedWidth(portWidth);
    row.tls = new QComboBox(row.widget);
    row.tls->setObjectName(u"siteTls"_s);
    row.tls->setAccessibleName(tr("TLS of the site"));
    row.tls->addItem(tr("None"), static_cast<int>(TlsMode::None));
    row.tls->addItem(tr("Explicit"), static_cast<int>(TlsMode::Explicit));
    row.tls->addItem(tr("Implicit"), static_cast<int>(TlsMode::Implicit));
    row.tls->setCurrentIndex(row.tls->findData(static_cast<int>(site.tls)));
    row.tls->setFixedWidth(tlsWidth);
    row.remove = makeIconButton(u"trash"_s, tr("Remove this site"), u"removeSite"_s, row.widget);
    row.remove->setFixedWidth(removeWidth);

    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::unit);
    line->addWidget(row.name, 0, Qt::AlignTop);
    line->addWidget(row.address, 1, Qt::AlignTop);
    line->addWidget(row.port, 0, Qt::AlignTop);
    line->addWidget(row.tls, 0, Qt::AlignTop);
    line->addWidget(row.remove, 0, Qt::AlignTop);
    connect(row.name, &QLineEdit::textEdited, this, &SiteList::edited);
    connect(row.address, &FieldEdit::edited, this, &SiteList::edited);
    connect(row.port, &QSpinBox::valueChanged, this, &SiteList::edited);
    connect(row.tls, &QComboBox::activated, this, &SiteList::edited);
    connect(row.remove, &QToolButton::clicked, this, [this, widget = row.widget] { removeRow(widget); });
    m_layout->insertWidget(m_layout->count() - 1, row.widget);
    m_rows << row;
}

void SiteList::removeRow(QWidget *widget)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &each) { return each.widget == widget; });
    if (row == m_rows.end())
        return;
    m_rows.erase(row);
    // The click that asked for it is still being delivered to the row's own button.
    widget->hide();
    widget->deleteLater();
    m_add->setFocus();
    Q_EMIT edited();
}

} // namespace ferry::ui
