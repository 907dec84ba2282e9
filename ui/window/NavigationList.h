#pragma once

#include "ui/window/PageId.h"

#include <QListWidget>

namespace ferry::ui {

/// The pages with their icons and counts, at the left of the window.
class NavigationList final : public QListWidget {
    Q_OBJECT
public:
    explicit NavigationList(QWidget *parent = nullptr);

    [[nodiscard]] PageId page() const;
    void setPage(PageId page);
    /// The number behind the page's name; -1 shows none.
    void setCount(PageId page, int count);

    QSize sizeHint() const override;

Q_SIGNALS:
    void pageChosen(ferry::ui::PageId page);

private:
    QListWidgetItem *itemOf(PageId page) const;
};

} // namespace ferry::ui
