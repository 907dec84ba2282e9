#include "app/console/Settings.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace ferry::console {

namespace {

constexpr qsizetype recentFilesKept = 10;

} // namespace

QVariantMap Settings::layout() const
{
    return m_settings.value(u"window/layout"_s).toMap();
}

void Settings::setLayout(const QVariantMap &layout)
{
    m_settings.setValue(u"window/layout"_s, layout);
}

ui::Scheme Settings::scheme() const
{
    return ui::schemeByName(m_settings.value(u"window/theme"_s).toString());
}

void Settings::setScheme(ui::Scheme scheme)
{
    m_settings.setValue(u"window/theme"_s, ui::schemeName(scheme));
}

QStringList Settings::recentFiles() const
{
    return m_settings.value(u"files/recent"_s).toStringList();
}

void Settings::addRecentFile(const QString &path)
{
    QStringList paths = recentFiles();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    m_settings.setValue(u"files/recent"_s, QStringList(paths.mid(0, recentFilesKept)));
}

bool Settings::isHintDismissed() const
{
    return m_settings.value(u"lab/hintDismissed"_s).toBool();
}

void Settings::setHintDismissed()
{
    m_settings.setValue(u"lab/hintDismissed"_s, true);
}

} // namespace ferry::console
