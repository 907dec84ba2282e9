#pragma once

#include "ui/pages/ObjectEffect.h"

#include <QScrollArea>

class QLabel;
class QTabWidget;
class QVBoxLayout;

namespace ferry {
class LiveFindings;
}

namespace ferry::ui {

class EditRunner;
class ElidedLabel;
class FactList;
class LiveState;
class SectionHeader;
class StatePill;

/// The pane at the right: what the selected object means in one plain paragraph, its findings with their
/// quick fixes, and tabs with its settings.
class Inspector final : public QScrollArea {
    Q_OBJECT
public:
    Inspector(EditRunner &edits, LiveState &live, LiveFindings &findings, QWidget *parent = nullptr);

    void setSubject(const Subject &subject);
    [[nodiscard]] const Subject &subject() const { return m_subject; }

    QSize sizeHint() const override { return {304, 480}; }

Q_SIGNALS:
    /// The state pill was pressed: what waits or drifted there is asked for.
    void stateOpened();

private:
    void refresh();
    void refreshFindings();
    void refreshLog();

    EditRunner &m_edits;
    LiveState &m_live;
    LiveFindings &m_findings;
    Subject m_subject;

    QLabel *m_kind;
    QLabel *m_title;
    StatePill *m_pill;
    QLabel *m_effect;
    SectionHeader *m_findingsHead;
    QLabel *m_noFindings;
    QVBoxLayout *m_cards;
    QTabWidget *m_tabs;
    FactList *m_filter;
    FactList *m_ports;
    QLabel *m_lines;
};

} // namespace ferry::ui
