#include "app/proxy/filters/transcript/Transcript.h"

namespace ferry::proxy {
namespace {

class Transcript final : public Filter {
public:
    void onAnswered(FilterContext &context, const Command &command, const ReplyLine &reply) override
    {
        const std::string masked = maskedLine(command);
        std::string storage;
        context.log({.action = LogAction::ConnectionStatus,
            .command = masked,
            .reply = shownReply(masked, reply.line, reply.code, storage),
            .originator = Originator::Server});
    }
};

} // namespace

std::unique_ptr<Filter> makeTranscript(const Rule &rule)
{
    if (!rule.log)
        return nullptr;
    return std::make_unique<Transcript>();
}

} // namespace ferry::proxy
