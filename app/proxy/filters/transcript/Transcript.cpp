#include "app/proxy/filters/transcript/Transcript.h"

namespace ferry::proxy {
namespace {

class Transcript final : public Filter {
public:
    void onAnswered(FilterContext &context, const Command &command, const ReplyLine &reply) override
    {
        context.log({.action = LogAction::ConnectionStatus,
            .command = maskedLine(command),
            .reply = reply.line,
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
