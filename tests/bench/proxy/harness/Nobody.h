#pragma once

#include "app/proxy/loop/Stream.h"

namespace ferry::bench {

/// Watches a stream until its owner is made; whoever takes the stream over looks at it once by itself.
class Nobody final : public proxy::StreamOwner {
public:
    [[nodiscard]] static Nobody &instance()
    {
        static Nobody nobody;
        return nobody;
    }

private:
    Nobody() = default;
    void onStreamReady(proxy::Stream &) override {}
};

} // namespace ferry::bench
