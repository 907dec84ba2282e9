#pragma once

#include "models/base/Result.h"

#include <QIODevice>
#include <QJsonObject>
#include <QString>

namespace ferry::ctl {

/// Where a verb speaks: results on one stream, complaints and progress on the other. With --json the result is one
/// JSON document, also when it is an error.
class Terminal {
public:
    struct Streams {
        QIODevice *out = nullptr;
        QIODevice *err = nullptr;
        QIODevice *in = nullptr;
        bool isErrTty = false;
        bool isInTty = false;
    };

    explicit Terminal(Streams streams) : m_streams(streams) {}

    void setJson(bool on) { m_isJson = on; }
    [[nodiscard]] bool isJson() const { return m_isJson; }
    void setProgress(bool on) { m_showsProgress = on; }
    [[nodiscard]] bool canAsk() const { return m_streams.isInTty && m_streams.isErrTty && !m_isJson; }

    /// A line for people; swallowed with --json.
    void line(const QString &text = {});
    /// The result for programs; swallowed without --json. Once a run, except for streams (log --follow): a line each.
    void json(const QJsonObject &object);
    /// A line about work under way, on the error stream, only where somebody watches or asked for it.
    void progress(const QString &text);
    /// A remark that is not the result.
    void note(const QString &text);
    /// Three parts on the error stream, or {"error": …} with --json.
    void error(const Error &error);
    /// Asks a yes/no question; no without a terminal.
    [[nodiscard]] bool ask(const QString &question);

private:
    void write(QIODevice *device, const QString &text);

    Streams m_streams;
    bool m_isJson = false;
    bool m_showsProgress = false;
};

/// code, subject, what, why, remedy; empty ones left out.
[[nodiscard]] QJsonObject errorToJson(const Error &error);

/// Rows with their columns aligned, two blanks in between; the last column is not padded.
[[nodiscard]] QString aligned(const QList<QStringList> &rows, const QString &indent = {});

} // namespace ferry::ctl
