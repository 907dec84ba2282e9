#pragma once

#include "app/proxy/loop/EventLoop.h"

namespace ferry::proxy {

/// Runs the rounds of a loop without ever waiting for anything.
class Rounds final : private Resumable {
public:
    explicit Rounds(EventLoop &loop) : m_loop(loop) {}

    void run(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_loop.resumeLater(*this);
            m_loop.run([this] { m_loop.stop(); });
        }
    }

private:
    void resume() override {}

    EventLoop &m_loop;
};

} // namespace ferry::proxy
