// Configurations from any bytes: read whole, or refused with a message.
#include "app/proxy/config/ConfigReader.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    using namespace ferry::proxy;
    const Result<Configuration> configuration =
        readConfiguration(std::string_view(reinterpret_cast<const char *>(data), size));
    if (!configuration) {
        if (configuration.error().message.empty())
            std::abort();
        return 0;
    }
    for (const Rule &rule : configuration->rules) {
        if (rule.id.empty() || rule.listen.port == 0 || rule.server.port == 0 || rule.dataPorts.isEmpty())
            std::abort();
    }
    return 0;
}
