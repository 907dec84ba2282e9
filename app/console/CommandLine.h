#pragma once

#include "models/base/Result.h"

#include <QStringList>

#include <optional>

namespace ferry::console {

/// What the console was started with.
struct CommandLine {
    QString ruleSet;    ///< file to open; empty: none
    QString identity;   ///< directory with ca.pem, client.pem and client.key; empty: the user's own
    QString lab;        ///< directory of a lab that is up; empty: no lab
    QString scheme;     ///< "light", "dark", "system"; empty: as last time
    QString information;  ///< text to print instead of starting: help or version

    /// Fails for what is not understood; the error is one line for stderr.
    [[nodiscard]] static Result<CommandLine> parse(const QStringList &arguments);
};

} // namespace ferry::console
