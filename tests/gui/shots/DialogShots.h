#pragma once

#include "models/base/Clock.h"
#include "models/edits/Document.h"
#include "ui/window/Intents.h"

#include <QDialog>
#include <QDir>

#include <functional>
#include <memory>

namespace ferry::shots {

/// Every dialog and wizard step, filled from a sample, by the name of its picture.
class DialogShots {
public:
    struct Shot {
        QString name;
        std::function<QDialog *()> make;
    };

    DialogShots();

    [[nodiscard]] const QList<Shot> &all() const { return m_shots; }
    /// Draws each into `folder` as dialog-NAME-SCHEME.png.
    void draw(const QDir &folder, const QString &scheme) const;

private:
    void addEditors();
    void addReview();
    void addResults();
    void addWizard();

    Document m_document;
    ui::Intents m_intents;
    ManualClock m_clock;
    QList<Shot> m_shots;
};

} // namespace ferry::shots
