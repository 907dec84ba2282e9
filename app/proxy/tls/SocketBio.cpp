#include "app/proxy/tls/SocketBio.h"

#include <sys/socket.h>

#include <cerrno>

namespace ferry::proxy {
namespace {

SocketEnd &endOf(BIO *bio)
{
    return *static_cast<SocketEnd *>(BIO_get_data(bio));
}

// Tickets of TLS 1.3 follow the handshake; no client waits for them, and they leave with the next reply.
bool isTicket(const SSL *ssl)
{
    return SSL_get_state(ssl) == TLS_ST_SW_SESSION_TICKET;
}

// 1 with what was moved in `count`, as BIO_meth_set_read_ex(3) and its sibling want it.
int finish(BIO *bio, ssize_t moved, int retryFlag, std::size_t &count)
{
    BIO_clear_retry_flags(bio);
    if (moved < 0 && errno == EAGAIN)
        BIO_set_flags(bio, retryFlag | BIO_FLAGS_SHOULD_RETRY);
    count = moved > 0 ? static_cast<std::size_t>(moved) : 0;
    return moved > 0 ? 1 : 0;
}

int sendBytes(BIO *bio, const char *data, std::size_t size, std::size_t *count)
{
    const SocketEnd &end = endOf(bio);
    const int more = end.isMoreComing || isTicket(end.ssl) ? MSG_MORE : 0;
    return finish(bio, ::send(end.fd, data, size, MSG_NOSIGNAL | more), BIO_FLAGS_WRITE, *count);
}

int receiveBytes(BIO *bio, char *data, std::size_t size, std::size_t *count)
{
    const ssize_t received = ::recv(endOf(bio).fd, data, size, 0);
    if (received == 0)
        BIO_set_flags(bio, BIO_FLAGS_IN_EOF);
    return finish(bio, received, BIO_FLAGS_READ, *count);
}

long control(BIO *bio, int command, long, void *)
{
    switch (command) {
    case BIO_CTRL_EOF:
        return BIO_test_flags(bio, BIO_FLAGS_IN_EOF) != 0 ? 1 : 0;
    case BIO_CTRL_FLUSH:
        return 1;
    default:
        return 0;
    }
}

const BIO_METHOD *socketMethod()
{
    static const BIO_METHOD *const method = [] {
        BIO_METHOD *made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK | BIO_TYPE_DESCRIPTOR, "socket");
        if (made) {
            BIO_meth_set_write_ex(made, sendBytes);
            BIO_meth_set_read_ex(made, receiveBytes);
            BIO_meth_set_ctrl(made, control);
        }
        return made;
    }();
    return method;
}

} // namespace

OpenSslPtr<BIO> makeSocketBio(SocketEnd &end)
{
    const BIO_METHOD *method = socketMethod();
    OpenSslPtr<BIO> bio(method ? BIO_new(method) : nullptr);
    if (bio) {
        BIO_set_data(bio.get(), &end);
        BIO_set_init(bio.get(), 1);
    }
    return bio;
}

} // namespace ferry::proxy
