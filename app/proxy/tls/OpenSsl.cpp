#include "app/proxy/tls/OpenSsl.h"

#include <openssl/err.h>

namespace ferry::proxy {

std::string takeOpenSslError()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    if (code == 0)
        return "no reason was given";
    // System errors have no reason string of their own (ERR_GET_LIB(3)).
    const char *reason = ERR_reason_error_string(code);
    return reason ? reason : "error " + std::to_string(ERR_GET_REASON(code));
}

} // namespace ferry::proxy
