#pragma once

#include "app/backend/probe/ProbeRequest.h"
#include "models/probe/ProbeReport.h"

#include <QObject>

namespace ferry::backend {

/// One test under way. Destroying it cancels it.
class ProbeJob : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// `finished` still comes, with the steps that were not made marked as skipped.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// The whole report as it stands, with each step that starts or ends.
    void progressed(const ferry::ProbeReport &report);
    /// Exactly once, never from inside `start`.
    void finished(const ferry::ProbeReport &report);
};

/// Tests publications from the outside.
class Prober {
public:
    virtual ~Prober() = default;
    /// Starts at once; the job belongs to `parent`.
    virtual ProbeJob *start(const ProbeRequest &request, QObject *parent) = 0;
};

} // namespace ferry::backend
