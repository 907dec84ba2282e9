#pragma once

#include "app/proxy/net/Fd.h"

#include <sys/types.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ferry::proxy {

/// sendmsg(2) and recvmsg(2) on a Unix socket, with open descriptors beside the bytes (SCM_RIGHTS, unix(7)).

/// Gives how many bytes were sent; the descriptors go with the first of them. -1 with errno on failure.
[[nodiscard]] ssize_t sendWithDescriptors(int socket, std::string_view bytes, std::span<const int> descriptors);
/// Fills `buffer` up to its size and adds what came beside it to `descriptors`, closed at exec. Gives how many bytes
/// came, 0 at the end; -1 with errno on failure, EMSGSIZE where something had to be left out.
[[nodiscard]] ssize_t receiveWithDescriptors(int socket, std::span<char> buffer, std::vector<Fd> &descriptors);

} // namespace ferry::proxy
