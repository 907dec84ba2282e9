// Control lines, commands and replies from any bytes in any pieces: the lines must not depend on the pieces.
#include "app/proxy/control/Command.h"
#include "app/proxy/control/LineReader.h"
#include "app/proxy/control/Reply.h"

#include <cstdlib>
#include <string>

using namespace ferry::proxy;

namespace {

std::string readAll(std::string_view input, std::size_t piece, LineReader::StrayControls stray)
{
    LineReader reader(64, stray);
    ReplyReader replies;
    std::string seen;
    while (!input.empty()) {
        std::string_view part = input.substr(0, piece);
        input.remove_prefix(part.size());
        while (!part.empty()) {
            const LineReader::Event event = reader.next(part);
            seen += static_cast<char>('0' + static_cast<int>(event));
            if (event == LineReader::Event::None) {
                seen.pop_back();
                continue;
            }
            if (event != LineReader::Event::Line)
                continue;
            const std::string_view line = reader.line();
            if (line.size() > 64 || line.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos)
                std::abort();
            seen += line;
            if (const std::optional<Command> command = parseCommand(line)) {
                seen += maskedLine(*command);
                if (command->verb == "PASS" && maskedLine(*command) != "PASS ****")
                    std::abort();
            }
            if (const std::optional<ReplyLine> reply = replies.next(line))
                seen += std::to_string(reply->code);
        }
    }
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    for (const auto stray : {LineReader::StrayControls::Refused, LineReader::StrayControls::Dropped}) {
        const std::string whole = readAll(input, input.size() + 1, stray);
        if (whole != readAll(input, 1, stray) || whole != readAll(input, 3, stray))
            std::abort();
    }
    return 0;
}
