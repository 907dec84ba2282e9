// The same for files of the console.
#include "cmake/pch/core.h"

#include <QtWidgets>
