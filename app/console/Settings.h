#pragma once

#include "ui/theme/Theme.h"

#include <QSettings>
#include <QVariantMap>

namespace ferry::console {

/// What the console remembers about the person: window, theme, recent files. In the user's own settings file.
class Settings final {
public:
    Settings() = default;
    /// A file of its own, for tests.
    explicit Settings(const QString &path) : m_settings(path, QSettings::IniFormat) {}

    [[nodiscard]] QVariantMap layout() const;
    void setLayout(const QVariantMap &layout);
    [[nodiscard]] ui::Scheme scheme() const;
    void setScheme(ui::Scheme scheme);
    /// Newest first.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString &path);
    [[nodiscard]] bool isHintDismissed() const;
    void setHintDismissed();

private:
    QSettings m_settings;
};

} // namespace ferry::console
