#pragma once

#include <QByteArray>
#include <QString>

namespace ferry {

/// Writes JSON text front to back: 2 blanks a level, a value a line, LF, as `jq -S` lays it out. The caller gives keys
/// in sorted order.
class JsonWriter {
public:
    /// Whether values that are at their default are written; those who write objects ask for it.
    enum class Defaults { Omit, Write };

    explicit JsonWriter(Defaults defaults = Defaults::Omit) : m_defaults(defaults) {}

    [[nodiscard]] bool writesDefaults() const { return m_defaults == Defaults::Write; }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void key(QLatin1StringView name);
    void key(const QString &name);
    void value(const QString &text);
    void value(QLatin1StringView text) { value(QString(text)); }
    void value(int number);
    void value(bool flag);

    /// The text, ended by a line feed.
    [[nodiscard]] QByteArray take();

private:
    void open(char bracket);
    void close(char bracket);
    /// The comma, line feed and indentation in front of a value or key.
    void separate();
    void quote(const QString &text);
    void quote(QByteArrayView utf8);

    Defaults m_defaults;
    QByteArray m_text;
    int m_level = 0;
    bool m_isFirst = true;     ///< in its container
    bool m_isBehindKey = false;
};

} // namespace ferry
