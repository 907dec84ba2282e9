#pragma once

#include "models/tables/ObjectTableModel.h"
#include "models/tables/UsageCounts.h"

#include <optional>

namespace ferry {

/// A table of things that rules use, with the number of rules that use each. It is counted when it is looked at first
/// after a change, so that a page nobody looks at costs nothing.
template <class T>
class UsedObjectModel : public ObjectTableModel<T> {
protected:
    using ObjectTableModel<T>::ObjectTableModel;

    [[nodiscard]] const UsageCounts &usage() const
    {
        if (!m_usage)
            m_usage = usageCounts(this->ruleSet());
        return *m_usage;
    }

    void aboutToFollow(const Change &change) override
    {
        Q_UNUSED(change)
        m_usage.reset();
    }

private:
    mutable std::optional<UsageCounts> m_usage;
};

} // namespace ferry
