#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace ferry {

/// A place where the text is not JSON (RFC 8259), and why; nothing behind it can be read.
struct JsonFault {
    qsizetype offset = 0;
    QString why;
    QString remedy;
};

/// Walks through a JSON text from front to back, one value at a time, and always knows the byte offset and the JSON
/// pointer of the value it stands at. Made for reading files that people edit: none of the packaged readers gives
/// both for every value, and they keep the last of duplicate keys without a word. Reads untrusted text: the nesting is
/// capped, nothing is allocated but the strings that are asked for.
///
/// The text must be UTF-8 and outlive the cursor. After a fault every function answers as at an end of input.
class JsonCursor {
public:
    enum class Kind { Object, Array, String, Number, Bool, Null, None };

    static constexpr int maxDepth = 32;

    explicit JsonCursor(QByteArrayView text) : m_text(text) {}

    /// The kind of the value that comes next; None at a fault.
    [[nodiscard]] Kind peek();
    /// Where that value, or the key last read, starts. Valid after peek() and nextKey().
    [[nodiscard]] qsizetype offset() const { return m_tokenStart; }
    /// Goes to the next value and says where it starts.
    [[nodiscard]] qsizetype valueOffset()
    {
        static_cast<void>(peek());
        return m_tokenStart;
    }
    /// RFC 6901 pointer to the value under the cursor; after the end of a container, to the container.
    [[nodiscard]] QString pointer() const;

    /// Each takes the value that peek() announced, and fails (or gives an empty value) where it is of another kind.
    [[nodiscard]] bool enterObject() { return enter('{', true); }
    /// Goes to the next key and past its colon; false behind the last one, which leaves the object.
    [[nodiscard]] bool nextKey();
    /// The key last read, without escapes. Valid until the next call.
    [[nodiscard]] QByteArrayView key() const { return m_levels.back().key; }
    [[nodiscard]] bool enterArray() { return enter('[', false); }
    /// Goes to the next element; false behind the last one, which leaves the array.
    [[nodiscard]] bool nextElement();
    /// The number of the element under the cursor in its array.
    [[nodiscard]] qsizetype index() const { return m_levels.back().index; }
    [[nodiscard]] QString readString();
    /// The text of the number: digits, and whatever else JSON allows in one.
    [[nodiscard]] QByteArrayView readNumber();
    [[nodiscard]] bool readBool();
    /// Takes a value of any kind.
    void skip();

    /// True if nothing but blanks is left; a fault otherwise.
    bool finish();

    [[nodiscard]] const std::optional<JsonFault> &fault() const { return m_fault; }

private:
    struct Level {
        bool isObject = false;
        qsizetype index = -1; ///< of the element, or of the member
        QByteArrayView key; ///< in the text or in `unescaped`
        QByteArray unescaped;
    };
    /// A string as it stands in the text, without its quotes.
    struct RawString {
        QByteArrayView text;
        bool hasEscapes = false;
    };

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char here() const { return atEnd() ? '\0' : m_text[m_at]; }
    void skipBlanks();
    bool enter(char open, bool isObject);
    /// Past the comma in front of the next member or element; false at the end of the container.
    bool advance(char close);
    RawString scanString();
    bool scanEscape();
    bool scanHex4(int &value);
    void scanNumber();
    bool scanWord(QByteArrayView word);
    static QString unescaped(QByteArrayView raw);

    void fail(qsizetype offset, const QString &why, const QString &remedy = {});
    void failHere(const QString &expected);

    QByteArrayView m_text;
    qsizetype m_at = 0;
    qsizetype m_tokenStart = 0;
    std::vector<Level> m_levels;
    std::optional<JsonFault> m_fault;
};

} // namespace ferry
