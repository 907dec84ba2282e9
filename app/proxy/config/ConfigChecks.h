#pragma once

#include "app/proxy/config/Configuration.h"

namespace ferry::proxy {

class JsonProblems;

/// What no single field shows: ids used twice, a relay port that is another rule's listener, a source address of
/// another family than the server's.
void checkConfiguration(const Configuration &configuration, JsonProblems &problems);

} // namespace ferry::proxy
