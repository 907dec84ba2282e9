#include "app/proxy/config/JsonReader.h"

#include <algorithm>

namespace ferry::proxy {
namespace {

constexpr std::size_t maxDepth = 64;

// RFC 6901 section 3.
std::string escapedToken(std::string_view key)
{
    std::string token;
    for (const char c : key) {
        if (c == '~')
            token += "~0";
        else if (c == '/')
            token += "~1";
        else
            token += c;
    }
    return token;
}

std::string quoted(std::string_view key)
{
    return "\"" + std::string(key.substr(0, 64)) + "\"";
}

} // namespace

void JsonProblems::add(std::string message, std::string pointer)
{
    if (!m_first)
        m_first = Error{std::move(message), std::move(pointer)};
}

ObjectReader::ObjectReader(simdjson::dom::element element, std::string pointer, JsonProblems &problems)
    : m_pointer(std::move(pointer)), m_problems(problems)
{
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS) {
        m_problems.add("An object is expected here.", m_pointer);
        return;
    }
    for (const simdjson::dom::key_value_pair field : object)
        m_fields.push_back({field.key, field.value});
    std::sort(m_fields.begin(), m_fields.end(), [](const Field &a, const Field &b) { return a.key < b.key; });
    const auto twin = std::adjacent_find(
        m_fields.begin(), m_fields.end(), [](const Field &a, const Field &b) { return a.key == b.key; });
    if (twin != m_fields.end())
        m_problems.add("The field " + quoted(twin->key) + " is there twice.", pointerTo(twin->key));
}

ObjectReader::Field *ObjectReader::take(std::string_view key, bool isRequired)
{
    const auto at = std::lower_bound(m_fields.begin(), m_fields.end(), key,
        [](const Field &field, std::string_view name) { return field.key < name; });
    if (at == m_fields.end() || at->key != key) {
        if (isRequired)
            problem(key, "The field " + quoted(key) + " is missing.");
        return nullptr;
    }
    at->isRead = true;
    return &*at;
}

bool ObjectReader::has(std::string_view key) const
{
    return std::binary_search(
        m_fields.begin(), m_fields.end(), Field{key, {}}, [](const Field &a, const Field &b) { return a.key < b.key; });
}

std::string ObjectReader::text(std::string_view key)
{
    Field *field = take(key, true);
    std::string_view value;
    if (field && field->value.get(value) != simdjson::SUCCESS)
        problem(key, "A string is expected here.");
    return std::string(value);
}

std::string ObjectReader::text(std::string_view key, std::string_view fallback)
{
    return has(key) ? text(key) : std::string(fallback);
}

bool ObjectReader::flag(std::string_view key, bool fallback)
{
    Field *field = take(key, false);
    if (field && field->value.get(fallback) != simdjson::SUCCESS)
        problem(key, "true or false is expected here.");
    return fallback;
}

std::int64_t ObjectReader::number(std::string_view key, std::int64_t low, std::int64_t high)
{
    Field *field = take(key, true);
    std::int64_t value = low;
    if (field && (field->value.get(value) != simdjson::SUCCESS || value < low || value > high)) {
        problem(
            key, "A whole number from " + std::to_string(low) + " to " + std::to_string(high) + " is expected here.");
        return low;
    }
    return value;
}

std::int64_t ObjectReader::number(std::string_view key, std::int64_t low, std::int64_t high, std::int64_t fallback)
{
    return has(key) ? number(key, low, high) : fallback;
}

void ObjectReader::object(std::string_view key, const std::function<void(ObjectReader &)> &read)
{
    if (Field *field = take(key, true)) {
        ObjectReader reader(field->value, pointerTo(key), m_problems);
        read(reader);
        reader.finish();
    }
}

void ObjectReader::optionalObject(std::string_view key, const std::function<void(ObjectReader &)> &read)
{
    if (has(key))
        object(key, read);
}

void ObjectReader::objects(std::string_view key, const std::function<void(ObjectReader &)> &read)
{
    Field *field = take(key, true);
    if (!field)
        return;
    simdjson::dom::array array;
    if (field->value.get(array) != simdjson::SUCCESS) {
        problem(key, "An array is expected here.");
        return;
    }
    std::size_t index = 0;
    for (const simdjson::dom::element element : array) {
        ObjectReader reader(element, pointerTo(key) + "/" + std::to_string(index++), m_problems);
        read(reader);
        reader.finish();
    }
}

void ObjectReader::texts(std::string_view key, const std::function<Result<>(std::string_view)> &read)
{
    Field *field = take(key, false);
    if (!field)
        return;
    simdjson::dom::array array;
    if (field->value.get(array) != simdjson::SUCCESS) {
        problem(key, "An array of strings is expected here.");
        return;
    }
    std::size_t index = 0;
    for (const simdjson::dom::element element : array) {
        const std::string pointer = pointerTo(key) + "/" + std::to_string(index++);
        std::string_view value;
        if (element.get(value) != simdjson::SUCCESS)
            m_problems.add("A string is expected here.", pointer);
        else if (const Result<> result = read(value); !result)
            m_problems.add(result.error().message, pointer);
    }
}

std::size_t ObjectReader::choice(
    std::string_view key, std::initializer_list<std::string_view> names, std::size_t fallback)
{
    if (!has(key))
        return fallback;
    const std::string value = text(key);
    const auto at = std::find(names.begin(), names.end(), value);
    if (at != names.end())
        return static_cast<std::size_t>(at - names.begin());
    std::string list;
    for (const std::string_view name : names)
        list += (list.empty() ? "\"" : ", \"") + std::string(name) + "\"";
    problem(key, "One of " + list + " is expected here.");
    return fallback;
}

bool ObjectReader::element(std::string_view key, simdjson::dom::element &value)
{
    Field *field = take(key, false);
    if (field)
        value = field->value;
    return field != nullptr;
}

void ObjectReader::finish()
{
    for (const Field &field : m_fields) {
        if (!field.isRead)
            problem(field.key, "The field " + quoted(field.key) + " is not known here.");
    }
}

void ObjectReader::problem(std::string_view key, std::string message)
{
    m_problems.add(std::move(message), pointerTo(key));
}

std::string ObjectReader::pointerTo(std::string_view key) const
{
    return m_pointer + "/" + escapedToken(key);
}

Result<JsonDocument> JsonDocument::parse(std::string_view text)
{
    JsonDocument document;
    document.m_parser = std::make_unique<simdjson::dom::parser>();
    simdjson::error_code error = document.m_parser->allocate(text.size() + 1, maxDepth);
    if (error == simdjson::SUCCESS)
        error = document.m_parser->parse(text.data(), text.size(), true).get(document.m_root);
    if (error != simdjson::SUCCESS)
        return failure(std::string("This is not a JSON document: ") + simdjson::error_message(error));
    return document;
}

} // namespace ferry::proxy
