#pragma once

#include "models/store/NearMiss.h"
#include "models/store/Reading.h"

namespace ferry {

/// One row of the table that says which fields an object may have and how each is read.
template <class Object>
struct Field {
    QLatin1StringView name;
    bool isRequired = false;
    void (*read)(Reading &, Object &) = nullptr;
};

namespace detail {
bool enterFields(Reading &reading);
void refuseUnknownField(Reading &reading, std::span<const QLatin1StringView> names);
void refuseRepeatedField(Reading &reading);
void refuseMissingField(Reading &reading, qsizetype objectOffset, QLatin1StringView name);
} // namespace detail

/// Reads an object by its table. Unknown, repeated and missing fields are noted; false where it is no object at all.
template <class Object, std::size_t N>
bool readFields(Reading &reading, const Field<Object> (&fields)[N], Object &object)
{
    static_assert(N <= 32);
    if (!detail::enterFields(reading))
        return false;
    const qsizetype objectOffset = reading.json.offset();
    quint32 seen = 0;
    while (reading.json.nextKey()) {
        const QByteArrayView key = reading.json.key();
        std::size_t i = 0;
        while (i < N && key != QByteArrayView(fields[i].name.data(), fields[i].name.size()))
            ++i;
        if (i == N) {
            QLatin1StringView names[N];
            std::transform(fields, fields + N, names, [](const Field<Object> &field) { return field.name; });
            detail::refuseUnknownField(reading, names);
        } else if (const quint32 bit = quint32(1) << i; seen & bit) {
            detail::refuseRepeatedField(reading);
        } else {
            seen |= bit;
            fields[i].read(reading, object);
        }
    }
    if (reading.json.fault())
        return false;
    for (std::size_t i = 0; i < N; ++i) {
        if (fields[i].isRequired && !(seen & quint32(1) << i))
            detail::refuseMissingField(reading, objectOffset, fields[i].name);
    }
    return true;
}

} // namespace ferry
