#pragma once

#include "app/proxy/config/Configuration.h"

namespace ferry::proxy {

class JsonProblems;

/// Reads the certificates that the terminating rules of a configuration name, each once, and gives every rule what it
/// needs for TLS. What is missing or broken is reported where the configuration names it.
void loadTlsMaterial(Configuration &configuration, JsonProblems &problems);

} // namespace ferry::proxy
