#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace ferry::test {

using namespace Qt::Literals::StringLiterals;

/// Calls `visit` with every document that differs from `document` in one place: each value replaced by values of every
/// kind, each field removed, a field added to each object, each element of a list doubled.
class Mutations {
public:
    /// `place` says what was done where.
    using Visit = std::function<void(const QString &place, const QJsonObject &document)>;

    Mutations(QJsonObject document, Visit visit) : m_document(std::move(document)), m_visit(std::move(visit)) {}

    /// Below the field `key` of the document.
    void run(const QString &key)
    {
        descend(m_document.value(key), u'/' + key, [&](const QJsonValue &value) {
            QJsonObject changed = m_document;
            changed.insert(key, value);
            return changed;
        });
    }
    /// In the whole document.
    void run()
    {
        descend(m_document, u""_s, [](const QJsonValue &value) { return value.toObject(); });
    }

private:
    /// Puts a value in place of the one that is looked at and gives the whole document.
    using Rebuild = std::function<QJsonObject(const QJsonValue &)>;

    void descend(const QJsonValue &value, const QString &path, const Rebuild &rebuild)
    {
        if (!path.isEmpty())
            replaceBy(value, path, rebuild);
        if (value.isObject())
            descendObject(value.toObject(), path, rebuild);
        else if (value.isArray())
            descendArray(value.toArray(), path, rebuild);
    }

    void descendObject(const QJsonObject &object, const QString &path, const Rebuild &rebuild)
    {
        QJsonObject more = object;
        more.insert(u"unheardOf"_s, 1);
        m_visit(path + u" with another field"_s, rebuild(more));
        for (const QString &key : object.keys()) {
            QJsonObject less = object;
            less.remove(key);
            m_visit(path + u" without "_s + key, rebuild(less));
            descend(object.value(key), path + u'/' + key, [&](const QJsonValue &value) {
                QJsonObject changed = object;
                changed.insert(key, value);
                return rebuild(changed);
            });
        }
    }

    void descendArray(const QJsonArray &array, const QString &path, const Rebuild &rebuild)
    {
        for (qsizetype i = 0; i < array.size(); ++i) {
            QJsonArray doubled = array;
            doubled.append(array.at(i));
            m_visit(path + u" doubled "_s + QString::number(i), rebuild(doubled));
            descend(array.at(i), path + u'/' + QString::number(i), [&](const QJsonValue &value) {
                QJsonArray changed = array;
                changed.replace(i, value);
                return rebuild(changed);
            });
        }
        if (!array.isEmpty() && array.first().isString()) {
            QJsonArray many;
            for (int i = 0; i < 1001; ++i)
                many.append(u"10.%1.%2.0/24"_s.arg(i / 256).arg(i % 256));
            m_visit(path + u" with 1001 networks"_s, rebuild(many));
        }
    }

    void replaceBy(const QJsonValue &value, const QString &path, const Rebuild &rebuild)
    {
        QList<QJsonValue> others{QJsonValue::Null, true, false, 21, 1.5, u"x"_s, QJsonArray(), QJsonObject()};
        if (value.isString()) {
            for (const QString &text : texts())
                others << text;
        } else if (value.isDouble()) {
            for (const double number : {-1.0, 0.0, 1.0, 63.0, 64.0, 3600.0, 3601.0, 65535.0, 65536.0, 86400.0, 86401.0,
                     1000000.0, 1000001.0, 2147483647.0, 2147483648.0, 1e18})
                others << number;
        }
        for (const QJsonValue &other : others) {
            QString shown = other.isString() ? other.toString().left(40) : other.toVariant().toString();
            m_visit(path + u" = "_s + shown, rebuild(other));
        }
    }

    /// Right and wrong texts of every kind that the format knows, and texts that are wrong everywhere.
    static const QStringList &texts()
    {
        static const QStringList list{u""_s, u" "_s, u"a b"_s, u"\U0001F680"_s, u"a\nb"_s, u"a\n"_s, u"a\0b"_s,
            u"\u007f"_s, QString(64, u'a'), QString(65, u'a'), QString(200, u'n'), QString(201, u'n'),
            QString(256, u'u'), QString(4000, u't'), QString(4001, u't'), u"../a"_s, u"a..b"_s, u"A"_s, u"ftp-server"_s,
            u"ftps-implicit-server"_s, u"none"_s, u"outbound"_s, u"haproxy"_s, u"iis"_s, u"explicit"_s, u"pass"_s,
            u"Deny"_s, u"read-only"_s, u"custom"_s, u"0"_s, u"21"_s, u"021"_s, u"65535"_s, u"65536"_s, u"5000-5003"_s,
            u"5000-5000"_s, u"5003-5000"_s, u"5000-65536"_s, u"5000 - 5003"_s, u"203.0.113.9"_s, u"203.0.113.256"_s,
            u"203.0.113.09"_s, u"2001:DB8::7"_s, u"1:2:3:4:5:6:7:8"_s, u"1:2:3:4:5:6:7::8"_s, u"::ffff:192.0.2.1"_s,
            u"1::2::3"_s, u"1.2.3.4::"_s, u"10.0.0.0/8"_s, u"10.0.0.0/08"_s, u"10.0.0.1/8"_s, u"2001:db8::/32"_s,
            u"2001:db8::/129"_s, u"gw-1:7521"_s, u"gw-1:0"_s, u"gw-1:65536"_s, u"[::1]:7521"_s, u"/etc/x.conf"_s,
            u"/etc/../x"_s, u"/etc/..x"_s, u"C:\\ftp\\x"_s, u"C:\\..\\x"_s, u"etc/x"_s, u"vsftpd@1.service"_s, u"a/b"_s,
            u"RETR"_s, u"SITE CHMOD"_s, u"SITE  X"_s, u"retr"_s};
        return list;
    }

    QJsonObject m_document;
    Visit m_visit;
};

} // namespace ferry::test
