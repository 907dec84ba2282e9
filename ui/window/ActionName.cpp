#include "ui/window/ActionName.h"

#include <QKeySequence>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

QString actionName(const QAction &action)
{
    static const QRegularExpression mnemonic(u"&(?=[^&])"_s);
    return action.text().remove(mnemonic).remove(u'…');
}

QString actionKeys(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText);
    return keys.join(u", "_s);
}

} // namespace ferry::ui
