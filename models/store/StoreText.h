#pragma once

#include <QCoreApplication>

namespace ferry {

/// The translation context of models/store.
struct StoreText {
    Q_DECLARE_TR_FUNCTIONS(StoreText)
};

} // namespace ferry
