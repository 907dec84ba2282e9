#pragma once

class QLocale;

namespace ferry {

/// Lets the running QCoreApplication speak the language of `locale` where there is a catalogue for it, and English with
/// proper plurals ("3 changes") otherwise. Qt's own texts (buttons of standard dialogs) follow where the distribution
/// installed them. Called once by each program that speaks to people.
void installTranslations(const QLocale &locale);

} // namespace ferry
