#include "ui/window/WindowModels.h"

#include "ui/window/LiveState.h"

namespace ferry::ui {

WindowModels::WindowModels(Document &document, LiveFindings &liveFindings, LiveState &live, QObject *parent)
    : QObject(parent)
    , rules(&document, &liveFindings)
    , protocols(&document)
    , services(&document)
    , gateways(&document)
    , findings(&document, &liveFindings)
    , log(&document)
    , sessions(&document)
{
    const auto follow = [this, &live](auto signal, auto take) {
        connect(&live, signal, this, take);
        take();
    };
    follow(&LiveState::ruleStatesChanged, [this, &live] { rules.setStates(live.ruleStates()); });
    follow(&LiveState::statusesChanged, [this, &live] {
        services.setStatuses(live.statuses());
        gateways.setStatuses(live.statuses());
    });
    follow(&LiveState::sessionsChanged, [this, &live] { sessions.setSessions(live.sessions()); });
    follow(&LiveState::historyChanged, [this, &live] { history.setRecords(live.history()); });
}

} // namespace ferry::ui
