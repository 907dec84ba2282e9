#pragma once

#include "models/tables/FindingsModel.h"

#include <QWidget>

class QLabel;
class QListView;

namespace ferry {
class LiveFindings;
}

namespace ferry::ui {

class EditRunner;

/// Everything that the checks say, worst first, with quick fixes in the row.
class FindingsPanel final : public QWidget {
    Q_OBJECT
public:
    FindingsPanel(EditRunner &edits, LiveFindings &findings, FindingsModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {600, 190}; }

Q_SIGNALS:
    /// Return or a double click on a finding: its object is to be shown.
    void subjectWanted(const ferry::Subject &subject);
    void closeRequested();
    /// There is nothing to list any more, or there is again: the panel is as high as its head, or takes its share.
    void collapsedChanged(bool collapsed);

private:
    void refresh();
    void fix(int row, int index);
    void showMenu(const QPoint &position);

    EditRunner &m_edits;
    LiveFindings &m_findings;
    FindingsModel &m_model;
    bool m_isCollapsed = false;
    QLabel *m_counts;
    QWidget *m_line;
    QListView *m_list;
};

} // namespace ferry::ui
