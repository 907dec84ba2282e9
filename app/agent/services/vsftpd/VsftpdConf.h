#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace ferry::agent {

/// A vsftpd.conf, edited without touching what is not edited (vsftpd.conf(5)). Lines are kept as bytes, with their
/// endings. vsftpd takes no blanks around "=", takes a CR as part of the value, and of two lines with one key the
/// last counts; this class reads the same way.
class VsftpdConf {
public:
    explicit VsftpdConf(const QByteArray &bytes);

    /// The value that counts, as it stands behind "="; nothing where the key is not set.
    [[nodiscard]] std::optional<QByteArray> value(const QByteArray &key) const;
    /// The same, read as vsftpd reads a number (atoi) or a switch (YES, TRUE, 1).
    [[nodiscard]] int number(const QByteArray &key, int fallback) const;
    [[nodiscard]] bool isOn(const QByteArray &key, bool fallback) const;

    /// Sets the key in the line that counts; where there is none, behind its commented-out example, or else behind the
    /// last line of a key in `relatives`, or else at the end. The line gets a plain LF, since a CR would become part
    /// of the value, except that a last line without an ending stays without.
    void set(const QByteArray &key, const QByteArray &value, const QByteArrayList &relatives = {});

    [[nodiscard]] QByteArray toBytes() const { return m_lines.join(); }

private:
    [[nodiscard]] qsizetype lineOf(const QByteArray &key) const;
    [[nodiscard]] qsizetype exampleOf(const QByteArray &key) const;
    void insertBehind(qsizetype line, const QByteArray &setting);

    QByteArrayList m_lines; ///< each with its line feed; the last may lack it
};

} // namespace ferry::agent
