#pragma once

#include "app/backend/probe/CurlExchange.h"
#include "models/probe/ProbeReport.h"

namespace ferry::backend {

/// Why a step failed, in words, and the finding whose quick fix cures it (empty where none does).
struct Diagnosis {
    QString cause;
    QString findingCode;

    bool operator==(const Diagnosis &) const = default;
};

/// The control connection did not stand, or nobody greeted on it.
[[nodiscard]] Diagnosis connectDiagnosis(const ProbeRequest &request, const Exchange &exchange);
/// AUTH TLS was refused, or its answer was lost.
[[nodiscard]] Diagnosis authDiagnosis(const Exchange &exchange);
/// The handshake failed, or the certificate was not accepted.
[[nodiscard]] Diagnosis handshakeDiagnosis(const Exchange &exchange);
[[nodiscard]] Diagnosis loginDiagnosis(const ProbeRequest &request, const Exchange &exchange);
/// The data connection of LIST, RETR or STOR failed. `verb` is the command that needed it.
[[nodiscard]] Diagnosis dataDiagnosis(
    const ProbeRequest &request, const Exchange &exchange, PassiveMode mode, QStringView verb);

/// Where the last PASV or EPSV of the exchange sent the client.
[[nodiscard]] std::optional<DataEndpoint> dataEndpoint(const Exchange &exchange, PassiveMode mode);
/// True if EPSV was answered but could not be used, so that libcurl fell back to PASV by itself.
[[nodiscard]] bool fellBackToPasv(const Exchange &exchange);

} // namespace ferry::backend
