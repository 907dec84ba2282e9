# Every library and test is declared through these functions, so that warnings, include paths and
# naming are the same everywhere. Sources are found by folder: a driver, check or filter is added by
# adding its file or folder (ARCHITECTURE.md, "One folder, one driver").

# ferrygate_use_pch(<target> <lib>...): the precompiled header that fits what the target links.
function(ferrygate_use_pch target)
    if(NOT FERRYGATE_PCH)
        return()
    endif()
    if("Qt6::Widgets" IN_LIST ARGN OR "ferrygate-ui" IN_LIST ARGN OR "ferrygate-console-lib" IN_LIST ARGN)
        target_precompile_headers(${target} REUSE_FROM ferrygate-pch-widgets)
    else()
        target_precompile_headers(${target} REUSE_FROM ferrygate-pch-core)
    endif()
endfunction()

# ferrygate_library(<name> FOLDERS <dir>... PUBLIC <lib>... PRIVATE <lib>... [NO_QT])
function(ferrygate_library name)
    cmake_parse_arguments(arg "NO_QT" "" "FOLDERS;PUBLIC;PRIVATE" ${ARGN})
    set(patterns "")
    foreach(folder IN LISTS arg_FOLDERS)
        list(APPEND patterns "${folder}/*.cpp" "${folder}/*.h")
    endforeach()
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" ${patterns})
    list(FILTER sources EXCLUDE REGEX "(^|/)main\\.cpp$")
    add_library(${name} STATIC ${sources})
    if(NOT arg_NO_QT)
        # Named as dependencies too: a header that is new since the last build does not wake automoc otherwise.
        set(headers ${sources})
        list(FILTER headers INCLUDE REGEX "\\.h$")
        list(TRANSFORM headers PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
        set_target_properties(${name} PROPERTIES AUTOMOC ON AUTOGEN_TARGET_DEPENDS "${headers}")
        ferrygate_use_pch(${name} ${arg_PUBLIC})
    endif()
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} ferrygate::warnings)
endfunction()

if(FERRYGATE_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_library(ferrygate-tsan OBJECT "${PROJECT_SOURCE_DIR}/tests/sanitizers/tsan.cpp")
    target_include_directories(ferrygate-tsan SYSTEM PRIVATE
        $<TARGET_PROPERTY:Qt6::Core,INTERFACE_INCLUDE_DIRECTORIES>)
    target_compile_definitions(ferrygate-tsan PRIVATE QT_NO_VERSION_TAGGING)
endif()

# ferrygate_program(<name> <main.cpp> LINK <lib>... [NO_QT])
function(ferrygate_program name main)
    cmake_parse_arguments(arg "NO_QT" "" "LINK" ${ARGN})
    add_executable(${name} ${main})
    target_link_libraries(${name} PRIVATE ${arg_LINK} ferrygate::warnings)
    if(NOT arg_NO_QT)
        target_link_libraries(${name} PRIVATE $<TARGET_NAME_IF_EXISTS:ferrygate-tsan>)
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
endfunction()

add_custom_target(benchmarks)

# ferrygate_bench(<name> LINK <lib>... [NO_QT])
# Builds <name>.cpp into bin/; "./dev bench" runs every bin/bench_* of the release build.
function(ferrygate_bench name)
    ferrygate_program(${name} ${name}.cpp ${ARGN})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    add_dependencies(benchmarks ${name})
endfunction()

add_custom_target(fuzzers)

# ferrygate_fuzz(<name> LINK <lib>... [CORPUS <folder>])
# Builds <name>.cpp, which holds LLVMFuzzerTestOneInput(), into fuzz/ in the fuzz preset; "./dev fuzz" runs them all.
# CORPUS is a folder of inputs to begin with, copied once into the folder that the run extends.
function(ferrygate_fuzz name)
    if(NOT FERRYGATE_FUZZ)
        return()
    endif()
    cmake_parse_arguments(arg "" "CORPUS" "LINK" ${ARGN})
    add_executable(${name} ${name}.cpp)
    target_link_libraries(${name} PRIVATE ${arg_LINK} ferrygate::warnings)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzzers ${name})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/fuzz")
    if(arg_CORPUS)
        file(COPY "${arg_CORPUS}/" DESTINATION "${PROJECT_BINARY_DIR}/corpus/${name}")
    endif()
endfunction()

# ferrygate_test(<name> LINK <lib>... [LABELS <label>...] [SOURCES <file>...] [TIMEOUT <seconds>] [GUI])
# Builds <name>.cpp (a QtTest class) and runs it under ctest. GUI tests run on the offscreen platform.
function(ferrygate_test name)
    cmake_parse_arguments(arg "GUI" "TIMEOUT" "LINK;LABELS;SOURCES" ${ARGN})
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES
        AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE ${arg_LINK} Qt6::Test ferrygate::warnings
        $<TARGET_NAME_IF_EXISTS:ferrygate-tsan>)
    ferrygate_use_pch(${name} ${arg_LINK})
    target_compile_definitions(${name} PRIVATE
        FERRYGATE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        FERRYGATE_BUILD_DIR="${PROJECT_BINARY_DIR}"
        FERRYGATE_SANITIZE="${FERRYGATE_SANITIZE}")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    if(FERRYGATE_SANITIZE)
        # The tests do not wait longer, but compute longer: up to five times (random edits under asan and ubsan).
        math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * 5")
    endif()
    # A test that skipped something and failed nothing is "Skipped". Nothing may follow: what a sanitizer finds at the
    # end of the program is printed behind the totals, and ctest prefers a skip to a failure.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        SKIP_REGULAR_EXPRESSION "Totals: [0-9]+ passed, 0 failed, [1-9][0-9]* skipped, [^\n]*\n[^\n]* Finished testing of [^\n]*\n$")
    if(arg_GUI)
        set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT QT_QPA_PLATFORM=offscreen)
    endif()
endfunction()
