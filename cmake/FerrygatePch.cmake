# Two precompiled headers, built once and used by every library and test: they halve a full build.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Without it the header's time is part of what ccache hashes: ccache(1), "Precompiled headers".
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
endif()

add_library(ferrygate-pch-core STATIC cmake/pch/empty.cpp)
target_link_libraries(ferrygate-pch-core PUBLIC Qt6::Core ferrygate::expected ferrygate::warnings)
target_include_directories(ferrygate-pch-core PUBLIC "${PROJECT_SOURCE_DIR}")
target_precompile_headers(ferrygate-pch-core PRIVATE cmake/pch/core.h)

add_library(ferrygate-pch-widgets STATIC cmake/pch/empty.cpp)
target_link_libraries(ferrygate-pch-widgets PUBLIC Qt6::Widgets ferrygate::expected ferrygate::warnings)
target_include_directories(ferrygate-pch-widgets PUBLIC "${PROJECT_SOURCE_DIR}")
target_precompile_headers(ferrygate-pch-widgets PRIVATE cmake/pch/widgets.h)
