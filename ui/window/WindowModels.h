#pragma once

#include "models/tables/FindingsModel.h"
#include "models/tables/FtpServicesModel.h"
#include "models/tables/GatewaysModel.h"
#include "models/tables/HistoryModel.h"
#include "models/tables/LogModel.h"
#include "models/tables/ProtocolsModel.h"
#include "models/tables/RulesModel.h"
#include "models/tables/SessionsModel.h"

namespace ferry::ui {

class LiveState;

/// The item models of the window, fed from the document, its findings and the live state.
class WindowModels final : public QObject {
    Q_OBJECT
public:
    WindowModels(Document &document, LiveFindings &liveFindings, LiveState &live, QObject *parent);

    RulesModel rules;
    ProtocolsModel protocols;
    FtpServicesModel services;
    GatewaysModel gateways;
    FindingsModel findings;
    LogModel log;
    SessionsModel sessions;
    HistoryModel history;
};

} // namespace ferry::ui
