#include "app/proxy/filters/feat/Feat.h"

#include <algorithm>
#include <array>

namespace ferry::proxy {
namespace {

// RFC 4217 section 6 wants these to stand together.
constexpr std::string_view ownFeatures = "\r\n AUTH TLS\r\n PBSZ\r\n PROT";
constexpr std::string_view clearFeature = "\r\n CCC";

std::string featuresOf(const Rule &rule)
{
    return std::string(ownFeatures).append(rule.filter.authTls.clearCommandChannel ? clearFeature : "");
}

bool isSecurity(std::string_view verb)
{
    return verb == "AUTH" || verb == "PBSZ" || verb == "PROT" || verb == "CCC" || verb == "ADAT";
}

// What can stand in a list of features without being a command: RFC 3659 section 6, RFC 2640.
bool isProperty(std::string_view verb)
{
    return verb == "TVFS" || verb == "UTF8" || verb == "UTF-8";
}

class Feat final : public Filter {
public:
    Verdict onReply(FilterContext &context, const Command &command, const ReplyLine &reply) override
    {
        if (command.verb != "FEAT")
            return Verdict::pass();
        const bool endsTls = context.rule().terminates();
        // A server that knows no FEAT, or has nothing to tell, is behind a gateway that has.
        const bool isEmpty = reply.code == 500 || reply.code == 502 || reply.code == 211;
        if (reply.isFirst && reply.isLast && isEmpty && endsTls)
            return Verdict::replace("211-Features:" + featuresOf(context.rule()) + "\r\n211 End");
        if (reply.code != 211 || reply.isLast)
            return Verdict::pass();
        if (reply.isFirst)
            return endsTls ? Verdict::replace(std::string(reply.line) + featuresOf(context.rule())) : Verdict::pass();
        return passes(context.rule(), reply.line) ? Verdict::pass() : Verdict::replace({});
    }

private:
    static bool passes(const Rule &rule, std::string_view line)
    {
        const std::optional<Command> feature =
            parseCommand(line.substr(std::min(line.find_first_not_of(' '), line.size())));
        if (!feature || isProperty(feature->verb))
            return true;
        const std::string &verb = feature->verb;
        if (isSecurity(verb))
            return rule.filter.authTls.handling == AuthTls::Pass;
        if (verb == "EPSV" || verb == "PASV")
            return rule.filter.dataModes.passive && allows(rule.filter.commandPolicy, *feature);
        if (verb == "EPRT" || verb == "PORT")
            return rule.filter.dataModes.active && allows(rule.filter.commandPolicy, *feature);
        // The filters passive_mode and active_mode know no other way to a data connection.
        if (verb == "LPSV" || verb == "LPRT" || verb == "SPSV" || verb == "CPSV")
            return false;
        return allows(rule.filter.commandPolicy, *feature);
    }
};

} // namespace

std::unique_ptr<Filter> makeFeat(const Rule &)
{
    return std::make_unique<Feat>();
}

} // namespace ferry::proxy
