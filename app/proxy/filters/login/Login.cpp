#include "app/proxy/filters/login/Login.h"

namespace ferry::proxy {
namespace {

class Login final : public Filter {
public:
    Verdict onCommand(FilterContext &context, const Command &command) override
    {
        if (command.verb == "USER")
            context.setUser(command.argument);
        return Verdict::pass();
    }

    void onAnswered(FilterContext &context, const Command &command, const ReplyLine &reply) override
    {
        // RFC 959 5.4: 230 follows USER, PASS or ACCT; 202 says that PASS or ACCT was superfluous.
        const bool isLogin = command.verb == "USER" || command.verb == "PASS" || command.verb == "ACCT";
        if (isLogin && (reply.code == 230 || reply.code == 232 || reply.code == 202))
            context.setLoggedIn(true);
        else if (command.verb == "REIN" && reply.code == 220)
            context.setLoggedIn(false);
    }
};

} // namespace

std::unique_ptr<Filter> makeLogin(const Rule &)
{
    return std::make_unique<Login>();
}

} // namespace ferry::proxy
