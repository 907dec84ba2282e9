#include "models/plan/KernelHelperLimits.h"

#include <QCoreApplication>

namespace ferry {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("KernelHelperLimits", text);
}

} // namespace

QStringList beyondKernelHelper(const KernelHelperWishes &wishes)
{
    const FilterSettings &filter = wishes.filter;
    QStringList beyond;
    if (!filter.banner.isEmpty())
        beyond << tr("It passes on the greeting of the server.");
    if (!filter.dataModes.passive)
        beyond << tr("It opens passive data ports whenever the server offers them.");
    if (!filter.rewriteAddress)
        beyond << tr("It always puts the listener's address into 227.");
    else if (wishes.external != wishes.listener)
        beyond << tr("It puts the listener's address, %1, into 227, and not %2.")
                      .arg(wishes.listener.toString(), wishes.external.toString());
    if (wishes.clientAddresses)
        beyond << tr("It tells all clients of a listener the same address.");
    return beyond;
}

} // namespace ferry
