#pragma once

#include "app/ctl/cli/ExitCode.h"
#include "app/ctl/cli/Terminal.h"

#include <QCommandLineParser>

#include <memory>
#include <vector>

namespace ferry::ctl {

/// What a verb is called with.
struct Call {
    const QCommandLineParser &options;
    QStringList arguments;  ///< without the verb
    Terminal &terminal;
};

/// One verb of ferryctl, in a file of its own. Registered by one line in Verbs.cpp.
class Verb {
public:
    virtual ~Verb() = default;

    [[nodiscard]] virtual QString name() const = 0;
    /// One line for the overview.
    [[nodiscard]] virtual QString summary() const = 0;
    /// What comes behind the verb: "FILE [RULE...]".
    [[nodiscard]] virtual QString synopsis() const = 0;
    /// Paragraphs for --help: what it does, its exit codes, examples.
    [[nodiscard]] virtual QString help() const = 0;
    /// The shape of the document that --json prints; part of the interface, changed only by adding to it.
    [[nodiscard]] virtual QString jsonShape() const = 0;

    virtual void addOptions(QCommandLineParser &parser) const { Q_UNUSED(parser) }
    /// Number of arguments behind the verb.
    [[nodiscard]] virtual std::pair<int, int> argumentCount() const = 0;

    [[nodiscard]] virtual int run(const Call &call) const = 0;
};

/// All verbs, in the order of the overview.
[[nodiscard]] const std::vector<std::unique_ptr<Verb>> &verbs();

/// The whole program behind main(): `arguments` without the program's name. Gives the exit code.
[[nodiscard]] int runCommandLine(const QStringList &arguments, const Terminal::Streams &streams);

} // namespace ferry::ctl
