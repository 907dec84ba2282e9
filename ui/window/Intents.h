#pragma once

#include "models/base/Id.h"

#include <QObject>
#include <QString>

namespace ferry::ui {

/// What a person asks for that needs the world outside the window. Pages and dialogs emit these,
/// app/console connects them to files and backend. `ui` itself never sees a file or a socket.
class Intents : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void newRequested();
    void openRequested(const QString &path);            ///< empty: ask for the file
    void saveRequested();
    void saveAsRequested();
    void importRequested(const QString &path);          ///< empty: ask for the file
    void exportRequested(const QList<ferry::RuleId> &rules);  ///< empty list: everything
    void planRequested();                               ///< Review and apply…
    void applyRequested(const QString &reason);
    void confirmRequested();                            ///< Keep
    void rollbackRequested();                           ///< Revert
    void discardRequested();                            ///< back to what runs
    void restartRequested(const ferry::ServiceId &service);
    void serverSettingsRequested(const ferry::ServiceId &service); ///< what its server has, for an import
    void ballastRequested(
        const ferry::ServiceId &service, qint64 bytes); ///< room to keep on its volume; 0: give it back
    void testRequested(const ferry::RuleId &rule);
    void refreshRequested();
};

} // namespace ferry::ui
