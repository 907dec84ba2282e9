#pragma once

#include <QCoreApplication>

namespace ferry {

/// The translation context of every text that the edits show: undo names and refusals.
class EditText {
    Q_DECLARE_TR_FUNCTIONS(Edits)
};

} // namespace ferry
