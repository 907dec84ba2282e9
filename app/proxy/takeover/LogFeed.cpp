#include "app/proxy/takeover/LogFeed.h"

#include "app/proxy/config/JsonReader.h"

#include <sys/epoll.h>

namespace ferry::proxy {
namespace {

// Callers wait meanwhile, and the log is not worth more.
constexpr std::chrono::seconds patience{2};
constexpr std::string_view lineBegin = R"({"log":)";

} // namespace

std::unique_ptr<LogFeed> LogFeed::create(EventLoop &loop, LogBook &log, const std::string &control, Begin begin)
{
    Result<ControlCall> call = ControlCall::connect(control);
    if (!call)
        return nullptr;
    const std::size_t tail = begin == Begin::WithKeptLines ? LogBook::capacity : 0;
    const Result<std::string> kept =
        call->ask("log", "{\"tail\":" + std::to_string(tail) + ",\"follow\":true}", patience);
    if (!kept)
        return nullptr;
    if (const Result<JsonDocument> document = JsonDocument::parse(*kept)) {
        simdjson::dom::array lines;
        if (document->root()["result"].get_array().get(lines) == simdjson::SUCCESS) {
            for (const simdjson::dom::element line : lines)
                log.adopt(simdjson::minify(line), LogBook::Adopted::Kept);
        }
    }
    std::unique_ptr<LogFeed> feed(new LogFeed(loop, log, std::move(*call)));
    feed->m_isWatched = loop.watch(feed->m_call.fd(), EPOLLIN, *feed);
    feed->takeLines();
    return feed;
}

LogFeed::~LogFeed()
{
    if (m_isWatched)
        m_loop.forget(m_call.fd());
}

void LogFeed::onEvents(std::uint32_t)
{
    const bool isOpen = m_call.fill();
    takeLines();
    if (!isOpen && std::exchange(m_isWatched, false))
        m_loop.forget(m_call.fd());
}

void LogFeed::takeLines()
{
    while (const std::optional<std::string> line = m_call.takeLine()) {
        if (line->starts_with(lineBegin))
            m_log.adopt(std::string_view(*line).substr(lineBegin.size(), line->size() - lineBegin.size() - 1),
                LogBook::Adopted::Live);
    }
}

} // namespace ferry::proxy
