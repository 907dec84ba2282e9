#pragma once

#include "models/plan/NodeConfig.h"

#include <QJsonObject>

namespace ferry {

class JsonNode;

/// The canonical form: every field is written, keys are sorted. `agent` is the one exception; it is
/// left out where empty, and generationOf() leaves it out always.
/// Reading refuses unknown fields: an agent must not apply half of what a newer console asked for.
[[nodiscard]] QJsonObject toJson(const NodeConfig &config);
[[nodiscard]] QJsonObject toJson(const GatewayConfig &gateway);
[[nodiscard]] QJsonObject toJson(const ServiceConfig &service);
[[nodiscard]] QJsonObject toJson(const ServiceConfig::Site &site);
[[nodiscard]] QJsonObject toJson(const PublishedRule &rule);
[[nodiscard]] QJsonObject toJson(const ClientAddress &address);
[[nodiscard]] QJsonObject toJson(const FilterSettings &filter);

void decode(const JsonNode &node, NodeConfig &out);
void decode(const JsonNode &node, GatewayConfig &out);
void decode(const JsonNode &node, ServiceConfig &out);
void decode(const JsonNode &node, ServiceConfig::Site &out);
void decode(const JsonNode &node, PublishedRule &out);
void decode(const JsonNode &node, ClientAddress &out);
void decode(const JsonNode &node, FilterSettings &out);

} // namespace ferry
