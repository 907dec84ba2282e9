#include "models/store/Fields.h"
#include "models/store/ObjectReaders.h"
#include "models/store/StoreText.h"

namespace ferry {
namespace {

/// A connection, and where its ports stand in the file.
struct PlacedConnection {
    ProtocolConnection connection;
    qsizetype offset = 0;
    bool hasPorts = false;
};

constexpr Field<PlacedConnection> connectionFields[]{
    {QLatin1StringView("direction"), false,
        [](Reading &reading, PlacedConnection &placed) { reading.choice(placed.connection.direction); }},
    {QLatin1StringView("ports"), true,
        [](Reading &reading, PlacedConnection &placed) {
            placed.offset = reading.json.valueOffset();
            placed.hasPorts = reading.ports(placed.connection.ports);
        }},
};

void readConnections(Reading &reading, QList<ProtocolConnection> &connections)
{
    reading.list([&] {
        PlacedConnection placed;
        if (readFields(reading, connectionFields, placed) && placed.hasPorts)
            connections << placed.connection;
    });
}

// Two primary connections on one port would be two listeners on it.
void readPrimary(Reading &reading, ProtocolDefinition &protocol)
{
    reading.list([&] {
        PlacedConnection placed;
        if (!readFields(reading, connectionFields, placed) || !placed.hasPorts)
            return;
        for (const ProtocolConnection &other : std::as_const(protocol.primary)) {
            if (other.direction == placed.connection.direction && other.ports.overlaps(placed.connection.ports)) {
                reading.problems.add(placed.offset, reading.json.pointer() + QLatin1String("/ports"),
                    StoreText::tr("%1 overlaps %2, another primary connection.")
                        .arg(placed.connection.ports.toString(), other.ports.toString()),
                    StoreText::tr("Choose ports that do not overlap."));
                break;
            }
        }
        protocol.primary << placed.connection;
    });
}

constexpr Field<ProtocolDefinition> protocolFields[]{
    {QLatin1StringView("description"), false,
        [](Reading &reading, ProtocolDefinition &protocol) {
            reading.text(protocol.description, {TextLimits::description, true, true});
        }},
    {QLatin1StringView("filter"), false,
        [](Reading &reading, ProtocolDefinition &protocol) { reading.choice(protocol.filter); }},
    {QLatin1StringView("id"), true, [](Reading &reading, ProtocolDefinition &protocol) { reading.id(protocol.id); }},
    {QLatin1StringView("name"), true,
        [](Reading &reading, ProtocolDefinition &protocol) { reading.text(protocol.name, {TextLimits::name, false}); }},
    {QLatin1StringView("primary"), false,
        [](Reading &reading, ProtocolDefinition &protocol) { readPrimary(reading, protocol); }},
    {QLatin1StringView("secondary"), false,
        [](Reading &reading, ProtocolDefinition &protocol) { readConnections(reading, protocol.secondary); }},
};

} // namespace

bool readProtocol(Reading &reading, ProtocolDefinition &protocol)
{
    return readFields(reading, protocolFields, protocol);
}

} // namespace ferry
