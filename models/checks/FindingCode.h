#pragma once

#include <QStringView>

/// The stable codes of findings; explained by checkCatalogue(). A code is never given to something else.
namespace ferry::findingcode {

// The story: encryption, data ports, addresses.
inline constexpr QStringView authTlsDenied = u"FG101";
inline constexpr QStringView passiveRangeMissing = u"FG102";
inline constexpr QStringView rangeNotPublished = u"FG103";
inline constexpr QStringView externalAddress = u"FG104";
inline constexpr QStringView rangeTooSmall = u"FG105";
inline constexpr QStringView rangePlace = u"FG106";
inline constexpr QStringView listenerAddress = u"FG107";
inline constexpr QStringView implicitTlsInspected = u"FG108";
inline constexpr QStringView commandPolicy = u"FG109";
inline constexpr QStringView noDataConnection = u"FG110";

// Two of them in one place.
inline constexpr QStringView listenerTaken = u"FG201";
inline constexpr QStringView ruleShadowed = u"FG202";
inline constexpr QStringView rangesCollide = u"FG203";
inline constexpr QStringView listenerInRange = u"FG204";
inline constexpr QStringView serviceRangesCollide = u"FG205";

// Certificates.
inline constexpr QStringView certificateMissing = u"FG301";
inline constexpr QStringView certificateExpiry = u"FG302";
inline constexpr QStringView certificateName = u"FG303";

// What engines cannot do.
inline constexpr QStringView engineFilter = u"FG401";
inline constexpr QStringView engineAuthTls = u"FG402";
inline constexpr QStringView engineCommands = u"FG403";
inline constexpr QStringView engineLimits = u"FG404";
inline constexpr QStringView engineRelayedPeers = u"FG405";
inline constexpr QStringView engineSettings = u"FG406";

inline constexpr QStringView restartNeeded = u"FG501";

// What is missing.
inline constexpr QStringView unresolvedReference = u"FG601";
inline constexpr QStringView noGateway = u"FG602";
inline constexpr QStringView noControlPort = u"FG603";

} // namespace ferry::findingcode
