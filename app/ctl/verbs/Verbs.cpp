#include "app/ctl/verbs/ApplyVerb.h"
#include "app/ctl/verbs/BallastVerb.h"
#include "app/ctl/verbs/CheckVerb.h"
#include "app/ctl/verbs/CommandsVerb.h"
#include "app/ctl/verbs/ConfirmVerb.h"
#include "app/ctl/verbs/DiffVerb.h"
#include "app/ctl/verbs/DriftVerb.h"
#include "app/ctl/verbs/EnrollVerb.h"
#include "app/ctl/verbs/ExportVerb.h"
#include "app/ctl/verbs/GatewayVerb.h"
#include "app/ctl/verbs/ImportVerb.h"
#include "app/ctl/verbs/LabVerb.h"
#include "app/ctl/verbs/LogVerb.h"
#include "app/ctl/verbs/MetricsVerb.h"
#include "app/ctl/verbs/PlanVerb.h"
#include "app/ctl/verbs/RestartVerb.h"
#include "app/ctl/verbs/RollbackVerb.h"
#include "app/ctl/verbs/SessionsVerb.h"
#include "app/ctl/verbs/StatusVerb.h"
#include "app/ctl/verbs/TestVerb.h"

namespace ferry::ctl {
namespace {

template <class... Each>
std::vector<std::unique_ptr<Verb>> makeVerbs()
{
    std::vector<std::unique_ptr<Verb>> made;
    (made.push_back(std::make_unique<Each>()), ...);
    return made;
}

} // namespace

const std::vector<std::unique_ptr<Verb>> &verbs()
{
    static const std::vector<std::unique_ptr<Verb>> all = makeVerbs<CheckVerb, PlanVerb, ApplyVerb, ConfirmVerb,
        RollbackVerb, RestartVerb, CommandsVerb, StatusVerb, DriftVerb, BallastVerb, TestVerb, LogVerb, SessionsVerb,
        GatewayVerb, MetricsVerb, ExportVerb, ImportVerb, DiffVerb, EnrollVerb, LabVerb>();
    return all;
}

} // namespace ferry::ctl
