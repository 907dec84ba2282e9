#include "app/ctl/story/Narrator.h"

namespace ferry::ctl {

using namespace Qt::Literals::StringLiterals;

void Narrator::step(const QString &id, const QString &title)
{
    endStep();
    m_clock.start();
    m_step = {{u"id"_s, id}, {u"title"_s, title}};
    m_terminal.line(u"\n(%1) %2"_s.arg(id, title));
}

void Narrator::endStep()
{
    if (m_step.isEmpty())
        return;
    m_step.insert(u"elapsedMs"_s, m_clock.elapsed());
    m_step.insert(u"checks"_s, m_stepChecks);
    m_steps.append(m_step);
    m_step = {};
    m_stepChecks = {};
}

void Narrator::say(const QString &text)
{
    for (const QString &line : text.split(u'\n'))
        m_terminal.line(u"      "_s + line);
}

bool Narrator::check(const QString &promise, bool held, const QString &detail)
{
    ++m_checks;
    m_broken += held ? 0 : 1;
    m_stepChecks.append(QJsonObject{{u"text"_s, promise}, {u"held"_s, held}, {u"detail"_s, detail}});
    const QString behind = detail.isEmpty() ? QString() : u": "_s + detail;
    m_terminal.line(u"  %1   %2%3"_s.arg(QChar(held ? u'\u2713' : u'\u2717')).arg(promise, behind));
    return held;
}

QJsonObject Narrator::toJson()
{
    endStep();
    return {{u"held"_s, allHeld()}, {u"checks"_s, m_checks}, {u"broken"_s, m_broken}, {u"steps"_s, m_steps}};
}

} // namespace ferry::ctl
