#pragma once

#include "app/proxy/admin/AdminService.h"

#include <simdjson.h>

#include <string>
#include <string_view>

namespace ferry::proxy {

/// What a request is answered with.
struct AdminReply {
    std::string result;   ///< JSON
    bool follows = false; ///< from now on the log's lines are wanted
    Fd descriptor{};      ///< goes with the answer
};

/// Carries out one request. `params` is the request's, or an empty object.
[[nodiscard]] Result<AdminReply> callMethod(
    AdminService &service, std::string_view method, simdjson::dom::element params);

} // namespace ferry::proxy
