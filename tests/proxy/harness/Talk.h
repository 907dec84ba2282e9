#pragma once

#include "tests/proxy/harness/Wire.h"

/// What the tests say and read again and again.

/// Reads the greeting and logs in; closed if something but success is answered.
[[nodiscard]] Wire logIn(Wire client);
/// USER and PASS, behind the greeting.
[[nodiscard]] bool sayLogin(Wire &client);
/// The port in a 227 or 229 reply (RFC 959, RFC 2428); 0 for another reply, or if it names another address than
/// `address`, four numbers with dots.
[[nodiscard]] std::uint16_t announcedPort(
    const QByteArray &reply, const QString &address = QStringLiteral("127.0.0.2"));
/// So many bytes, no two pieces of them alike.
[[nodiscard]] QByteArray numbered(qsizetype size);
