#pragma once

#include <QStatusBar>

class QHBoxLayout;
class QLabel;

namespace ferry {
struct NodeView;
}

namespace ferry::ui {

class LiveState;

/// Changes not applied, a mark for each node with its latency, services with their sessions, the revision.
class StatusLine final : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(LiveState &live, QWidget *parent = nullptr);

    void setRevision(int revision);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refreshNodes();
    void addNode(const QString &agent, const NodeView &node);
    void refreshUnapplied();

    LiveState &m_live;
    QLabel *m_unapplied;
    QWidget *m_nodes;
    QHBoxLayout *m_nodesLayout;
    QLabel *m_revision;
};

} // namespace ferry::ui
