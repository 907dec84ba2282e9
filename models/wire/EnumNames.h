#pragma once

#include "models/rules/EnumNames.h"
#include "models/wire/LogEntry.h"
#include "models/wire/Method.h"
#include "models/wire/NodeStatus.h"

namespace ferry {

template <>
std::span<const QStringView> enumNames<ErrorCode>();
template <>
std::span<const QStringView> enumNames<Role>();
template <>
std::span<const QStringView> enumNames<Originator>();
template <>
std::span<const QStringView> enumNames<LogAction>();
template <>
std::span<const QStringView> enumNames<TransactionState>();

} // namespace ferry
