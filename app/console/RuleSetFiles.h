#pragma once

#include "models/store/RuleSetFile.h"

#include <QObject>

#include <functional>

namespace ferry {
class Document;
}

namespace ferry::ui {
class Intents;
class MainWindow;
} // namespace ferry::ui

namespace ferry::console {

class Settings;

/// Open, save, import and export: between the document and the file system, with their dialogs.
class RuleSetFiles final : public QObject {
    Q_OBJECT
public:
    RuleSetFiles(Document &document, ui::MainWindow &window, ui::Intents &intents, Settings &settings,
        QObject *parent = nullptr);

    /// Loads in the background; a refused file shows all its problems and changes nothing.
    void open(const QString &path);
    /// The rule set as it was last loaded or saved; what a new one starts with where there is no file.
    [[nodiscard]] const RuleSet &saved() const { return m_saved; }
    [[nodiscard]] const QString &path() const { return m_path; }

Q_SIGNALS:
    void opened(const QString &path);
    void openFailed(const QString &path);

private:
    void startNew();
    void chooseFileToOpen();
    void save();
    void saveAs();
    void saveTo(const QString &path, const std::optional<FileStamp> &expected);
    void importFrom(const QString &path);
    void exportTo(const QList<RuleId> &rules);
    /// Runs `next` once no change can be lost: at once, after saving, or never.
    void afterAsking(const QString &what, std::function<void()> next);
    void take(const QString &path, RuleSet ruleSet, const FileStamp &stamp);

    Document &m_document;
    ui::MainWindow &m_window;
    Settings &m_settings;
    QString m_path;
    std::optional<FileStamp> m_stamp;
    RuleSet m_saved;
    std::function<void()> m_afterSave;
};

} // namespace ferry::console
