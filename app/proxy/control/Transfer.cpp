#include "app/proxy/control/Transfer.h"

namespace ferry::proxy {

Transfer transferOf(const Command &command)
{
    const std::string &verb = command.verb;
    if (verb == "STOR" || verb == "STOU" || verb == "APPE")
        return Transfer::Upload;
    if (verb == "RETR" || verb == "LIST" || verb == "NLST" || verb == "MLSD")
        return Transfer::Download;
    return Transfer::None;
}

} // namespace ferry::proxy
