#include "tests/e2e/matrix/rows/MatrixTest.h"

FERRY_MATRIX_MAIN(ferry::matrix::makePyftpdlib)
