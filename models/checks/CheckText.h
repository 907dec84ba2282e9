#pragma once

#include <QCoreApplication>

namespace ferry {

/// The translation context of findings, their fixes and the catalogue.
class CheckText {
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

} // namespace ferry
