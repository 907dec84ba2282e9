#include "app/proxy/admin/AdminClient.h"

#include "app/proxy/admin/AdminMethods.h"
#include "app/proxy/admin/AdminServer.h"
#include "app/proxy/config/JsonReader.h"
#include "app/proxy/takeover/Descriptors.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>

namespace ferry::proxy {
namespace {

constexpr int readsInARound = 64;

} // namespace

std::unique_ptr<AdminClient> AdminClient::create(EventLoop &loop, AdminService &service, AdminServer &server, Fd fd)
{
    const int number = fd.get();
    std::unique_ptr<AdminClient> client(new AdminClient(loop, service, server, std::move(fd)));
    if (!loop.watch(number, EPOLLIN, *client))
        return nullptr;
    return client;
}

AdminClient::AdminClient(EventLoop &loop, AdminService &service, AdminServer &server, Fd fd)
    : m_loop(loop), m_service(service), m_server(server), m_fd(std::move(fd))
{
}

AdminClient::~AdminClient()
{
    if (m_isFollowing)
        m_service.logBook().unfollow(*this);
    m_loop.forget(m_fd.get());
}

void AdminClient::onEvents(std::uint32_t events)
{
    if (m_isClosed)
        return;
    if ((events & EPOLLOUT) != 0)
        flush();
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0 && !read())
        close();
}

bool AdminClient::read()
{
    std::array<char, 65536> buffer{};
    for (int i = 0; i < readsInARound && !m_isClosed; ++i) {
        const ssize_t count = ::recv(m_fd.get(), buffer.data(), buffer.size(), 0);
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        if (count == 0)
            return false;
        m_in.append(buffer.data(), static_cast<std::size_t>(count));
        if (!takeRequests())
            return false;
    }
    return true;
}

bool AdminClient::takeRequests()
{
    std::size_t begin = 0;
    for (std::size_t end = m_in.find('\n', m_scanned); end != std::string::npos; end = m_in.find('\n', begin)) {
        onRequest(std::string_view(m_in).substr(begin, end - begin));
        begin = end + 1;
    }
    m_in.erase(0, begin);
    if (m_in.empty())
        m_in.shrink_to_fit();
    m_scanned = m_in.size();
    return m_in.size() <= maxRequest;
}

void AdminClient::onRequest(std::string_view line)
{
    std::string id = "null";
    const Result<JsonDocument> document = JsonDocument::parse(line);
    if (!document) {
        reply(id, failure(document.error()));
        return;
    }
    JsonProblems problems;
    ObjectReader request(document->root(), "", problems);
    if (!problems.first())
        id = std::to_string(request.number("id", 0, INT64_MAX));
    const std::string method = request.text("method");
    simdjson::dom::element params;
    std::optional<JsonDocument> noParams;
    if (!request.element("params", params)) {
        noParams = *JsonDocument::parse("{}");
        params = noParams->root();
    }
    request.finish();
    if (const std::optional<Error> &problem = problems.first())
        reply(id, failure(*problem));
    else
        reply(id, callMethod(m_service, method, params));
}

void AdminClient::reply(std::string_view id, Result<AdminReply> result)
{
    if (result && result->descriptor) {
        if (!m_out.empty())
            result = failure("Read the earlier answers first.");
        else
            m_descriptor = std::move(result->descriptor);
    }
    m_out += "{\"id\":";
    m_out += id;
    if (result) {
        m_out += ",\"result\":";
        m_out += result->result;
    } else {
        m_out += ",\"error\":{\"message\":";
        appendJsonString(m_out, result.error().message);
        if (!result.error().pointer.empty()) {
            m_out += ",\"pointer\":";
            appendJsonString(m_out, result.error().pointer);
        }
        m_out += '}';
    }
    m_out += "}\n";
    if (result && result->follows && !m_isFollowing) {
        m_isFollowing = true;
        m_service.logBook().follow(*this);
    }
    flush();
}

void AdminClient::onLogLine(std::string_view json)
{
    if (m_isClosed)
        return;
    if (m_out.size() - m_sent > maxFollowQueue) {
        ++m_lostLines;
        return;
    }
    if (m_lostLines > 0) {
        m_out += "{\"log\":{\"action\":\"Connection Status\",\"originator\":\"gateway\",\"text\":\"";
        m_out += std::to_string(std::exchange(m_lostLines, 0))
            + " lines were left out, because they were not read in time.\"}}\n";
    }
    m_out += "{\"log\":";
    m_out += json;
    m_out += "}\n";
    flush();
}

ssize_t AdminClient::sendSome()
{
    const int descriptor = m_descriptor.get();
    const ssize_t count = sendWithDescriptors(m_fd.get(), std::string_view(m_out).substr(m_sent),
        descriptor < 0 ? std::span<const int>() : std::span(&descriptor, 1));
    if (count > 0)
        m_descriptor.reset();
    return count;
}

void AdminClient::flush()
{
    while (m_sent < m_out.size()) {
        const ssize_t count = sendSome();
        if (count < 0 && errno != EAGAIN) {
            close();
            return;
        }
        if (count < 0)
            break;
        m_sent += static_cast<std::size_t>(count);
    }
    if (m_sent == m_out.size()) {
        m_out = std::string();
        m_sent = 0;
    } else if (m_sent > m_out.size() / 2) {
        m_out.erase(0, std::exchange(m_sent, 0));
    }
    const bool mustWait = !m_out.empty();
    if (mustWait != m_isWaitingToWrite) {
        m_isWaitingToWrite = mustWait;
        m_loop.rewatch(m_fd.get(), mustWait ? EPOLLIN | EPOLLOUT : EPOLLIN);
    }
}

void AdminClient::close()
{
    if (std::exchange(m_isClosed, true))
        return;
    m_server.retire(*this);
}

} // namespace ferry::proxy
