#pragma once

#include "models/base/Address.h"
#include "models/base/Id.h"
#include "models/base/PortRange.h"
#include "models/rules/EnumNames.h"
#include "models/rules/Gateway.h"
#include "models/rules/TextLimits.h"
#include "models/store/JsonCursor.h"
#include "models/store/ProblemList.h"

#include <set>

namespace ferry {

/// What a text may be.
struct TextForm {
    int maxLength = TextLimits::name;
    bool mayBeBlank = true;
    bool mayHaveLines = false;  ///< line feeds and tabs
};

/// A rule set text while it is read: where the reader stands, and what was wrong so far. Each of the reading functions
/// takes one value; one that is refused is noted, `out` stays as it is, and reading goes on behind it.
class Reading {
public:
    explicit Reading(QByteArrayView text) : source(text), json(text) {}

    QByteArrayView source;
    JsonCursor json;
    ProblemList problems;

    bool text(QString &out, const TextForm &form);
    bool flag(bool &out);
    /// A whole number, low and high included.
    bool number(int &out, int low, int high);
    bool port(quint16 &out);
    bool ports(PortRange &out);
    bool address(Address &out);
    bool network(Network &out);
    bool clientAddress(ClientAddress &out);
    /// "host:port", see Endpoint.
    bool agent(QString &out);
    /// An absolute path without "..".
    bool path(QString &out);
    /// The name of a systemd unit or of a supervised child.
    bool unit(QString &out);
    /// An FTP command, "RETR" or "SITE CHMOD".
    bool command(QString &out);

    template <class Tag>
    bool id(Id<Tag> &out)
    {
        return parsed([&](const QString &given) -> std::optional<Error> {
            Result<Id<Tag>> id = Id<Tag>::parse(given);
            if (!id)
                return id.error();
            out = *id;
            return std::nullopt;
        });
    }

    template <class E>
    bool choice(E &out)
    {
        const std::optional<std::size_t> value = choiceIndex(enumNames<E>());
        if (value)
            out = static_cast<E>(*value);
        return value.has_value();
    }

    /// Calls `readElement` for each element; refuses all behind the first thousand where there is a limit.
    template <class ReadElement>
    void list(ReadElement readElement, qsizetype limit = TextLimits::listLength)
    {
        if (!enterList())
            return;
        while (json.nextElement()) {
            if (json.index() < limit)
                readElement();
            else
                skipBeyond(limit);
        }
    }

    /// A list in which no value may stand twice. `readOne` is one of the functions above.
    template <class Value, class ReadOne>
    void uniqueList(QList<Value> &out, const Value &initial, ReadOne readOne)
    {
        std::set<Value> seen;
        list([&] {
            Value value = initial;
            const qsizetype offset = json.valueOffset();
            if (!readOne(value))
                return;
            if (seen.insert(value).second)
                out << value;
            else
                repeated(offset);
        });
    }

    /// Notes that the id of the object that starts at `offset`, and was just read, is taken.
    void refuseTakenId(qsizetype offset, const QString &why);
    /// Notes a problem at `offset`, with the pointer to where the cursor is.
    void refuse(qsizetype offset, const QString &why, const QString &remedy);
    /// Notes that the value under the cursor is of another kind than `expected`, and skips it.
    void refuseKind(const QString &expected);

private:
    std::optional<std::size_t> choiceIndex(std::span<const QStringView> names);
    /// A text of any form; its offset in `offset`.
    std::optional<QString> anyText(qsizetype &offset);
    /// Takes a text and gives it to `parse`, which says what is wrong with it, if anything is.
    template <class Parse>
    bool parsed(Parse parse)
    {
        qsizetype offset = 0;
        const std::optional<QString> given = anyText(offset);
        if (!given)
            return false;
        const std::optional<Error> error = parse(*given);
        if (error)
            refuse(offset, error->why, error->remedy);
        return !error;
    }
    bool enterList();
    void skipBeyond(qsizetype limit);
    void repeated(qsizetype offset);
};

} // namespace ferry
