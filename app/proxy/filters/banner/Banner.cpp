#include "app/proxy/filters/banner/Banner.h"

namespace ferry::proxy {
namespace {

class Banner final : public Filter {
public:
    explicit Banner(const std::string &text) : m_text(text) {}

    Verdict onReply(FilterContext &, const Command &command, const ReplyLine &reply) override
    {
        if (!command.verb.empty() || reply.code != 220)
            return Verdict::pass();
        // The lines of a longer greeting are dropped; its last one becomes ours.
        return Verdict::replace(reply.isLast ? "220 " + m_text : std::string());
    }

private:
    const std::string &m_text; ///< of the rule, which the session keeps alive
};

} // namespace

std::unique_ptr<Filter> makeBanner(const Rule &rule)
{
    if (rule.filter.banner.text.empty())
        return nullptr;
    return std::make_unique<Banner>(rule.filter.banner.text);
}

} // namespace ferry::proxy
