#pragma once

#include "ui/pages/Page.h"

class QLabel;
class QVBoxLayout;

namespace ferry::ui {

class Tile;

/// What is true now, in a few numbers and a line for each gateway and FTP service.
class OverviewPage final : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void refreshTiles();
    void refreshPlaces();
    void refreshLastApply();

    Tile *m_rules;
    Tile *m_findings;
    Tile *m_sessions;
    Tile *m_changes;
    QVBoxLayout *m_places;
    QLabel *m_lastApply;
    /// Refreshed when it is shown: a line for each of a thousand services costs more than an edit may.
    bool m_isOutdated = true;
};

} // namespace ferry::ui
