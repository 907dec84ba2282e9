#pragma once

#include "app/proxy/Result.h"

#include <simdjson.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ferry::proxy {

/// Remembers the first thing that was wrong with a document. Readers go on after it with default values, so that
/// the code that reads is a list of fields and not a ladder of checks.
class JsonProblems {
public:
    void add(std::string message, std::string pointer);
    [[nodiscard]] const std::optional<Error> &first() const { return m_first; }

private:
    std::optional<Error> m_first;
};

/// Reads one JSON object strictly: no duplicate key, no field that nobody asked for, no value of another type.
class ObjectReader {
public:
    ObjectReader(simdjson::dom::element element, std::string pointer, JsonProblems &problems);

    [[nodiscard]] bool has(std::string_view key) const;
    /// A string that must be there.
    [[nodiscard]] std::string text(std::string_view key);
    [[nodiscard]] std::string text(std::string_view key, std::string_view fallback);
    [[nodiscard]] bool flag(std::string_view key, bool fallback);
    /// A whole number from `low` to `high` that must be there.
    [[nodiscard]] std::int64_t number(std::string_view key, std::int64_t low, std::int64_t high);
    [[nodiscard]] std::int64_t number(std::string_view key, std::int64_t low, std::int64_t high, std::int64_t fallback);
    /// Calls `read` for the object under `key`.
    void object(std::string_view key, const std::function<void(ObjectReader &)> &read);
    void optionalObject(std::string_view key, const std::function<void(ObjectReader &)> &read);
    /// Calls `read` for each object of the array under `key`.
    void objects(std::string_view key, const std::function<void(ObjectReader &)> &read);
    /// Calls `read` for each string of the array under `key`, which may be missing; an error it returns is reported
    /// at that element.
    void texts(std::string_view key, const std::function<Result<>(std::string_view)> &read);
    /// One of `names`, as its index.
    [[nodiscard]] std::size_t choice(
        std::string_view key, std::initializer_list<std::string_view> names, std::size_t fallback);

    /// The value under `key` as it is; false if there is none.
    [[nodiscard]] bool element(std::string_view key, simdjson::dom::element &value);

    /// Reports every field that nobody asked for. To be called last.
    void finish();

    void problem(std::string_view key, std::string message);
    [[nodiscard]] std::string pointerTo(std::string_view key) const;
    [[nodiscard]] const std::string &pointer() const { return m_pointer; }
    [[nodiscard]] JsonProblems &problems() { return m_problems; }

private:
    struct Field {
        std::string_view key;
        simdjson::dom::element value;
        bool isRead = false;
    };

    [[nodiscard]] Field *take(std::string_view key, bool isRequired);

    std::vector<Field> m_fields; ///< sorted by key
    std::string m_pointer;
    JsonProblems &m_problems;
};

/// A whole document, and the memory behind its elements.
class JsonDocument {
public:
    /// Fails for text that is not JSON, is not UTF-8, or is nested deeper than 64 levels.
    [[nodiscard]] static Result<JsonDocument> parse(std::string_view text);
    [[nodiscard]] simdjson::dom::element root() const { return m_root; }

private:
    JsonDocument() = default;

    std::unique_ptr<simdjson::dom::parser> m_parser;
    simdjson::dom::element m_root;
};

} // namespace ferry::proxy
