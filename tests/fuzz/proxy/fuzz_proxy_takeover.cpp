// What the two processes of a takeover say to each other: what is understood comes back the same when it is said again.
#include "app/proxy/takeover/Message.h"

#include <cstdlib>

using namespace ferry::proxy;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const Result<Message> message = Message::parse({reinterpret_cast<const char *>(data), size});
    if (!message) {
        require(!message.error().message.empty());
        return 0;
    }
    const std::string said = message->toJson();
    const Result<Message> again = Message::parse(said);
    require(again && again->kind == message->kind && again->toJson() == said);
    return 0;
}
