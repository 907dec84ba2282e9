#pragma once

class QLocale;

namespace ferry {

/// Lets the running QCoreApplication speak the language of `locale` where there is a catalogue for it; Qt's own texts
/// (buttons of standard dialogs) follow where the distribution installed them. Otherwise everything stays English.
void installTranslations(const QLocale &locale);

} // namespace ferry
