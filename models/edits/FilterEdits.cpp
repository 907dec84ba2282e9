#include "models/edits/FilterEdits.h"

#include "models/edits/ChangeObject.h"
#include "models/edits/EditText.h"

namespace ferry {
namespace {

template <class Value>
EditPtr setField(const RuleId &rule, const QString &name, Value FilterSettings::*field, Value value)
{
    return std::make_unique<ChangeObject<PublishingRule>>(rule, name, QString(),
        [field, value = std::move(value)](const RuleSet &, PublishingRule &changed) -> Result<void> {
            changed.filter.*field = value;
            return {};
        });
}

QString authTlsName(AuthTls handling)
{
    switch (handling) {
    case AuthTls::Deny:
        return EditText::tr("deny AUTH TLS on %1");
    case AuthTls::Pass:
        return EditText::tr("relay AUTH TLS on %1");
    case AuthTls::Terminate:
        return EditText::tr("terminate TLS on %1");
    }
    return {};
}

} // namespace

EditPtr switchFilter(const RuleId &rule, bool on)
{
    return setField(rule, on ? EditText::tr("switch filter on on %1") : EditText::tr("switch filter off on %1"),
        &FilterSettings::enabled, on);
}

EditPtr setAuthTls(const RuleId &rule, AuthTls handling)
{
    return setField(rule, authTlsName(handling), &FilterSettings::authTls, handling);
}

EditPtr setUpstreamTls(const RuleId &rule, UpstreamTls upstream)
{
    return setField(rule, EditText::tr("change TLS to the server on %1"), &FilterSettings::upstreamTls, upstream);
}

EditPtr setCommandPolicy(const RuleId &rule, const CommandPolicy &policy)
{
    return setField(rule, EditText::tr("change the command policy of %1"), &FilterSettings::commands, policy);
}

EditPtr setDataModes(const RuleId &rule, const DataModes &modes)
{
    return setField(rule, EditText::tr("change the data modes of %1"), &FilterSettings::dataModes, modes);
}

EditPtr setFilterSettings(const RuleId &rule, const FilterSettings &settings, const QString &mergeKey)
{
    return std::make_unique<ChangeObject<PublishingRule>>(rule, EditText::tr("change the filter of %1"), mergeKey,
        [settings](const RuleSet &, PublishingRule &changed) -> Result<void> {
            changed.filter = settings;
            return {};
        });
}

} // namespace ferry
