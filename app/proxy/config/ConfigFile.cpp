#include "app/proxy/config/ConfigFile.h"

#include "app/proxy/config/ConfigReader.h"
#include "app/proxy/net/Fd.h"
#include "app/proxy/net/Sockets.h"

#include <fcntl.h>

#include <array>

namespace ferry::proxy {
namespace {

constexpr std::size_t maxFileBytes = 64 * 1024 * 1024;

} // namespace

Result<Configuration> readConfigurationFile(const std::string &path)
{
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file)
        return failure("The configuration " + path + " could not be opened: " + errorText(errno) + ".");
    std::string json;
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
        if (count < 0)
            return failure("The configuration " + path + " could not be read: " + errorText(errno) + ".");
        if (count == 0)
            return readConfiguration(json);
        json.append(buffer.data(), static_cast<std::size_t>(count));
        if (json.size() > maxFileBytes)
            return failure("The configuration " + path + " is larger than 64 MiB.");
    }
}

} // namespace ferry::proxy
