#include "models/wire/Method.h"

namespace ferry {

std::optional<Method> methodByName(QStringView name)
{
    for (const MethodRow &row : methodTable) {
        if (row.name == name)
            return row.method;
    }
    return {};
}

} // namespace ferry
