#include "ui/dialogs/PassiveRangeForm.h"

#include "ui/dialogs/FormFields.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/ValueEdits.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

// IANA's user ports end here; Linux takes the ports of outgoing connections from 32768 on: ip_local_port_range in
// ip(7).
constexpr quint16 firstEphemeralPort = 32768;
constexpr quint16 lastWellKnownPort = 1023;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PassiveRange)
};

QString placeWarning(const PortRange &range)
{
    if (range.low() <= lastWellKnownPort)
        return Words::tr("Ports up to 1023 belong to well-known services, and need root on the server.");
    if (range.high() >= firstEphemeralPort) {
        return Words::tr(
            "From 32768 on, the server's own outgoing connections use the same ports: now and then one is taken.");
    }
    return {};
}

} // namespace

QString rangeVerdict(const PortRange &range, const TransferLoad &load)
{
    const int sustained = sustainedTransfers(range.size(), load.seconds);
    QString words =
        Words::tr("%n ports serve at most as many transfers at the same moment; the next client waits or gets 425.",
            nullptr, range.size());
    if (sustained == 0) {
        words += u' '
            + Words::tr(
                "A port then rests for up to 4 minutes, so that in the long run one transfer every %1 s goes well.")
                  .arg((timeWaitSeconds + load.seconds + range.size() - 1) / range.size());
    } else {
        words += u' '
            + Words::tr("In the long run, with ports at rest for up to 4 minutes, %n transfers at once go well.",
                nullptr, sustained);
    }
    return words;
}

QString needExplanation(const TransferLoad &load)
{
    const int perTransfer = 5 * load.atOnce;
    const int needed = passivePortsNeeded(load);
    if (needed == perTransfer)
        return Words::tr(
            "Five for each transfer at once, because a port rests for up to 4 minutes (TIME_WAIT) after its transfer.");
    return Words::tr("%n transfers start in the 4 minutes that a used port may rest (TIME_WAIT), and one port more.",
        nullptr, needed - 1);
}

PassiveRangeForm::PassiveRangeForm(QWidget *parent)
    : QWidget(parent)
    , m_range(new PortRangeEdit(PortRangeEdit::Empty::Allowed, this))
    , m_rangeRow(makeNarrowRow(tr("Passive &range"), m_range, 200, {}, this))
    , m_atOnce(makeNumber(u"transfersAtOnce"_s, 1, 10'000, {}, this))
    , m_seconds(makeNumber(u"secondsPerTransfer"_s, 1, 86'400, tr(" s"), this))
    , m_need(new QLabel(this))
    , m_explanation(new QuietLabel({}, this))
    , m_use(makeButton({}, u"useSuggestedRange"_s, this))
    , m_verdict(new MessageStrip(MessageStrip::Kind::Note, {}, this))
    , m_meaningOfEmpty(tr("Empty: the server picks any port, and the gateway cannot publish that."))
{
    m_range->setObjectName(u"passiveRange"_s);
    m_range->setPlaceholderText(tr("any port"));
    m_need->setObjectName(u"portsNeeded"_s);
    m_need->setFont(strongFont(m_need->font()));
    m_explanation->setFont(smallFont(m_explanation->font()));
    m_use->setAutoDefault(false);
    m_verdict->setObjectName(u"rangeVerdict"_s);
    m_atOnce->setValue(TransferLoad().atOnce);
    m_seconds->setValue(TransferLoad().seconds);

    auto *need = new QHBoxLayout;
    need->setContentsMargins(metrics::labelWidth + metrics::margin, 0, 0, 0);
    need->setSpacing(metrics::margin);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_need);
    words->addWidget(m_explanation);
    need->addLayout(words, 1);
    need->addWidget(m_use, 0, Qt::AlignVCenter);

    QVBoxLayout *layout = makeFormLayout(this);
    layout->addWidget(m_rangeRow);
    layout->addWidget(m_verdict);
    layout->addSpacing(metrics::half);
    layout->addWidget(new SectionHeader(tr("How many ports are enough"), this));
    layout->addWidget(
        makeNarrowRow(tr("Transfers at &once"), m_atOnce, 120, tr("Each listing is a transfer too."), this));
    layout->addWidget(makeNarrowRow(tr("&Time of a transfer"), m_seconds, 120, {}, this));
    layout->addLayout(need);
    layout->addStretch(1);

    const auto changed = [this] {
        refresh();
        Q_EMIT edited();
    };
    connect(m_range, &PortRangeEdit::edited, this, changed);
    connect(m_atOnce, &QSpinBox::valueChanged, this, changed);
    connect(m_seconds, &QSpinBox::valueChanged, this, changed);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (m_suggestion)
            m_range->setValue(m_suggestion(passivePortsNeeded(load())));
        m_range->setFocus();
    });
    refresh();
}

void PassiveRangeForm::setSuggestion(Suggestion suggestion)
{
    m_suggestion = std::move(suggestion);
    refresh();
}

void PassiveRangeForm::setRange(const std::optional<PortRange> &range)
{
    if (range == m_range->value() && m_range->isValid())
        return;
    const QSignalBlocker blocker(this);
    m_range->setValue(range);
    refresh();
}

std::optional<PortRange> PassiveRangeForm::range() const
{
    return m_range->value();
}

void PassiveRangeForm::setMeaningOfEmpty(const QString &words)
{
    m_meaningOfEmpty = words;
    refresh();
}

void PassiveRangeForm::setLoad(const TransferLoad &load)
{
    const QSignalBlocker blocker(this);
    m_atOnce->setValue(load.atOnce);
    m_seconds->setValue(load.seconds);
}

TransferLoad PassiveRangeForm::load() const
{
    return {m_atOnce->value(), m_seconds->value()};
}

std::optional<Error> PassiveRangeForm::problem() const
{
    if (m_range->isValid())
        return {};
    const auto read = PortRange::parse(m_range->text());
    Error error = read ? Error{ErrorCode::InvalidInput, m_range->text(), {}, m_range->errorText(), {}} : read.error();
    error.what = tr("The range was not accepted.");
    return error;
}

void PassiveRangeForm::refresh()
{
    const TransferLoad now = load();
    const int needed = passivePortsNeeded(now);
    const std::optional<PortRange> range = m_range->value();
    const std::optional<PortRange> suggestion = m_suggestion ? m_suggestion(needed) : std::nullopt;

    m_need->setText(needed > 65535 ? tr("More ports needed than there are")
                                   : tr("%1 ports needed").arg(QLocale().toString(needed)));
    m_explanation->setText(needExplanation(now));
    m_use->setText(suggestion ? tr("&Use %1").arg(suggestion->toDisplay()) : QString());
    m_use->setVisible(suggestion.has_value());
    m_use->setEnabled(suggestion != range);

    if (!range) {
        m_rangeRow->setConsequence(m_range->isValid() ? m_meaningOfEmpty : QString());
        m_verdict->hide();
        return;
    }
    m_rangeRow->setConsequence(
        tr("%n ports. Set for the whole server; each transfer takes one.", nullptr, range->size()));
    const QString place = placeWarning(*range);
    const bool enough = range->size() >= needed;
    m_verdict->setMessage(enough && place.isEmpty() ? MessageStrip::Kind::Good : MessageStrip::Kind::Warning,
        place.isEmpty() ? rangeVerdict(*range, now) : place + u' ' + rangeVerdict(*range, now));
    m_verdict->show();
}

} // namespace ferry::ui
