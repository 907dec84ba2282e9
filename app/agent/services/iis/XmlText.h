#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace ferry::agent {

/// An XML file as text with the places of its elements and attributes, so that an edit changes what it is about and no
/// other byte: comments, white space, quotes, order of attributes, line endings and encoding stay.
class XmlText {
public:
    struct Attribute {
        QString name;
        QString value;        ///< what it means, without escapes
        qsizetype begin = 0;  ///< of what stands between the quotes
        qsizetype end = 0;
    };

    struct Element {
        QString name;
        QList<Attribute> attributes;
        QList<int> children;
        int parent = -1;
        qsizetype begin = 0;      ///< of the start tag
        qsizetype tagEnd = 0;     ///< behind the start tag
        qsizetype contentEnd = 0; ///< where the end tag begins; tagEnd where there is none
        bool isEmpty = false;     ///< "<name/>"

        [[nodiscard]] const Attribute *attribute(const QString &wanted) const;
    };

    /// Fails with InvalidInput where `bytes` are no well-formed XML, and says the line and column.
    [[nodiscard]] static Result<XmlText> parse(const QString &path, const QByteArray &bytes);

    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] const QString &path() const { return m_path; }

    /// Elements go by their number in the order of the document; the root is 0.
    [[nodiscard]] const Element &element(int number) const { return m_elements[number]; }
    [[nodiscard]] QList<int> children(int parent, const QString &name) const;
    /// The first child of that name; -1: there is none.
    [[nodiscard]] int child(int parent, const QString &name) const;
    /// "line 12, column 5", where the element begins.
    [[nodiscard]] QString placeOf(int number) const;

    /// Values need no escapes: they are numbers, addresses and names of policies.
    void setAttribute(int number, const QString &name, const QString &value);
    /// A new element behind the other children, indented as they are; gives its number. Numbers of elements behind it
    /// grow.
    [[nodiscard]] int addChild(int parent, const QString &name);

private:
    enum class Encoding { Utf8, Utf16LittleEndian, Utf16BigEndian, SingleBytes };

    [[nodiscard]] Result<> decode(const QByteArray &bytes);
    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] Result<> validate() const;
    [[nodiscard]] QString placeAt(qsizetype offset) const;
    [[nodiscard]] QString lineEnding() const;
    /// The white space in front of the element on its line; nothing where something else stands there.
    [[nodiscard]] std::optional<QString> indentOf(int number) const;
    void scan();
    qsizetype scanTag(qsizetype at, int parent);
    void replace(qsizetype begin, qsizetype end, const QString &by);

    QString m_path;
    QString m_text;
    QByteArray m_byteOrderMark;
    Encoding m_encoding = Encoding::Utf8;
    QList<Element> m_elements;
};

} // namespace ferry::agent
