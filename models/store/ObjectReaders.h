#pragma once

#include "models/store/Reading.h"
#include "models/store/RuleSetDraft.h"

namespace ferry {

// Each reads the object under the cursor, which becomes the next of its table in `draft`. What it refers to and was
// not read yet is noted in `draft.references`.

bool readProtocol(Reading &reading, ProtocolDefinition &protocol);
bool readGateway(Reading &reading, Gateway &gateway);
bool readFtpService(Reading &reading, RuleSetDraft &draft, FtpService &service);
bool readRule(Reading &reading, RuleSetDraft &draft, PublishingRule &rule);
void readFilter(Reading &reading, FilterSettings &filter);

/// Notes every reference that is to nothing after all. `text` is the whole file.
void refuseDangling(const RuleSetDraft &draft, QByteArrayView text, ProblemList &problems);

} // namespace ferry
