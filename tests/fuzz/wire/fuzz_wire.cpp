#include "models/wire/AuditEntry.h"
#include "models/wire/Frame.h"
#include "models/wire/Hello.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/NodeConfigJson.h"
#include "models/wire/NodeStatus.h"
#include "models/wire/Operations.h"
#include "models/wire/Requests.h"
#include "models/wire/RpcMessage.h"

#include <cstdlib>

using namespace ferry;

namespace {

// What was accepted must come back the same: a decoder and its encoder disagree otherwise.
template <class T>
void decodeAndBack(const QJsonValue &json)
{
    const Result<T> value = fromJson<T>(json);
    if (value && fromJson<T>(toJson(*value)) != *value)
        std::abort();
}

void decodeAll(const QJsonValue &json)
{
    decodeAndBack<LogEntry>(json);
    decodeAndBack<NodeConfig>(json);
    decodeAndBack<PrepareRequest>(json);
    decodeAndBack<PrepareReply>(json);
    decodeAndBack<CommitReply>(json);
    decodeAndBack<TransactionRequest>(json);
    decodeAndBack<NodeStatus>(json);
    decodeAndBack<Observation>(json);
    decodeAndBack<SessionInfo>(json);
    decodeAndBack<AuditEntry>(json);
    decodeAndBack<HelloRequest>(json);
    decodeAndBack<HelloReply>(json);
    decodeAndBack<RestartRequest>(json);
    decodeAndBack<TailRequest>(json);
    decodeAndBack<MetricsReply>(json);
    decodeAndBack<SessionRequest>(json);
    decodeAndBack<SessionTranscript>(json);
    decodeAndBack<DrainRequest>(json);
    decodeAndBack<DrainReply>(json);
    decodeAndBack<UpgradeRequest>(json);
    decodeAndBack<UpgradeReply>(json);
    decodeAndBack<BallastRequest>(json);
    decodeAndBack<VolumeStatus>(json);
    decodeAndBack<ProgressNote>(json);
}

void handle(const QByteArray &frame)
{
    const Result<RpcMessage> message = parseMessage(frame);
    if (!message)
        return;
    if (const auto *request = std::get_if<RpcRequest>(&*message))
        decodeAll(request->params);
    else if (const auto *notification = std::get_if<RpcNotification>(&*message))
        decodeAll(notification->params);
    else if (const auto *response = std::get_if<RpcResponse>(&*message); response && response->reply)
        decodeAll(*response->reply);
}

} // namespace

/// The first byte says how the rest is cut into pieces; the rest is a stream of frames, and one frame by itself.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const qint64 piece = 1 + data[0];
    const QByteArray stream(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    handle(stream);

    FrameReader reader(frameCapBeforeHello);
    for (qint64 at = 0; at < stream.size();) {
        const qint64 step = std::min({reader.wanted(), piece, stream.size() - at});
        const auto frame = reader.append(QByteArrayView(stream).sliced(at, step));
        if (!frame)
            break;
        if (*frame)
            handle(**frame);
        at += step;
    }
    return 0;
}
