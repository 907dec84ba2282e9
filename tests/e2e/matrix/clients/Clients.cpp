#include "tests/e2e/matrix/clients/Client.h"

namespace ferry::matrix {

std::vector<std::unique_ptr<Client>> allClients()
{
    std::vector<std::unique_ptr<Client>> clients;
    clients.push_back(makeCurl());
    clients.push_back(makeLftp());
    clients.push_back(makeTnftp());
    clients.push_back(makeFtplib());
    clients.push_back(makeNcftp());
    return clients;
}

} // namespace ferry::matrix
