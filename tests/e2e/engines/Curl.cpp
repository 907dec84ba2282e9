#include "tests/e2e/engines/Curl.h"

#include <QTest>

namespace ferry::e2e {

using namespace Qt::Literals::StringLiterals;

Curl::Curl(const QString &authority, const QStringList &arguments)
{
    m_process.start(u"curl"_s,
        QStringList{u"-sS"_s, u"--max-time"_s, u"60"_s, u"--no-ftp-skip-pasv-ip"_s, u"--ssl-reqd"_s, u"--cacert"_s,
            authority, u"--interface"_s, u"127.0.0.1"_s}
            + arguments);
}

Curl::~Curl()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool Curl::succeeds()
{
    m_process.waitForFinished(70'000);
    m_output += m_process.readAllStandardOutput();
    return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

bool Curl::hasBegun()
{
    return QTest::qWaitFor(
        [&] {
            m_output += m_process.readAllStandardOutput();
            return m_output.size() > 100'000;
        },
        20'000);
}

} // namespace ferry::e2e
