#include "models/edits/Document.h"

#include <utility>

namespace ferry {

Document::Document(QObject *parent) : QObject(parent) {}

Document::~Document() = default;

void Document::load(RuleSet ruleSet)
{
    m_ruleSet = std::move(ruleSet);
    m_done.clear();
    m_undone.clear();
    m_savedDepth = 0;
    m_mayMerge = false;
    Q_EMIT changed({true, {}});
    Q_EMIT stackChanged();
}

Result<void> Document::perform(EditPtr edit)
{
    const Result<Change> change = edit->apply(m_ruleSet);
    if (!change)
        return failure(change.error());
    if (change->isEmpty())
        return {};

    m_undone.clear();
    const auto depth = static_cast<qsizetype>(m_done.size());
    if (m_savedDepth > depth)
        m_savedDepth = -1;

    // Never into the step that was saved: its end is the state of the file.
    if (m_mayMerge && depth > 0 && m_savedDepth != depth && m_done.back()->mergeWith(*edit)) {
        if (m_done.back()->changesNothing())
            m_done.pop_back();
    } else {
        m_done.push_back(std::move(edit));
    }
    m_mayMerge = true;
    Q_EMIT changed(*change);
    Q_EMIT stackChanged();
    return {};
}

bool Document::canUndo() const
{
    return !m_done.empty();
}

bool Document::canRedo() const
{
    return !m_undone.empty();
}

QString Document::undoName() const
{
    return canUndo() ? m_done.back()->name() : QString();
}

QString Document::redoName() const
{
    return canRedo() ? m_undone.back()->name() : QString();
}

void Document::undo()
{
    if (!canUndo())
        return;
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
    m_mayMerge = false;
    const Change change = m_undone.back()->undo(m_ruleSet);
    Q_EMIT changed(change);
    Q_EMIT stackChanged();
}

void Document::redo()
{
    if (!canRedo())
        return;
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
    m_mayMerge = false;
    // The rule set is exactly what it was when the edit succeeded, so it succeeds again.
    const Result<Change> change = m_done.back()->apply(m_ruleSet);
    Q_ASSERT(change);
    Q_EMIT changed(*change);
    Q_EMIT stackChanged();
}

void Document::endTyping()
{
    m_mayMerge = false;
}

bool Document::isModified() const
{
    return m_savedDepth != static_cast<qsizetype>(m_done.size());
}

void Document::markSaved(int revision)
{
    m_ruleSet.revision = revision;
    m_savedDepth = static_cast<qsizetype>(m_done.size());
    m_mayMerge = false;
    Q_EMIT stackChanged();
}

} // namespace ferry
