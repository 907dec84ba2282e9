#include "ui/window/EditRunner.h"

namespace ferry::ui {

EditRunner::EditRunner(Document &document, QObject *parent) : QObject(parent), m_document(document) {}

bool EditRunner::run(EditPtr edit)
{
    if (!edit)
        return false;
    const Result<void> done = m_document.perform(std::move(edit));
    if (!done)
        Q_EMIT refused(done.error());
    return done.has_value();
}

} // namespace ferry::ui
