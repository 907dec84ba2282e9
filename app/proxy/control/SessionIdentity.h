#pragma once

#include "app/proxy/listen/LiveRule.h"
#include "app/proxy/log/LogBook.h"

namespace ferry::proxy {

/// What every log line of a session has in common.
struct SessionIdentity {
    std::shared_ptr<LiveRule> rule;
    std::uint64_t id = 0; ///< 0: no session
    Endpoint client;

    /// Writes the entry with this identity, unless the rule is not to be logged.
    void log(LogBook &book, LogEntry entry) const
    {
        if (!rule->rule().log)
            return;
        entry.rule = rule->rule().id;
        entry.session = id;
        entry.client = client;
        book.write(entry);
    }
};

} // namespace ferry::proxy
