# One interface target carries the warnings and the sanitizers for all of our own code.
add_library(ferrygate-warnings INTERFACE)
add_library(ferrygate::warnings ALIAS ferrygate-warnings)

if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(ferrygate-warnings INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2
        $<$<BOOL:${FERRYGATE_WERROR}>:-Werror>
        # clang calls std::stable_sort of libstdc++ 12 deprecated, for what it uses inside; GCC watches over our own use.
        $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
        # Designated initializers name what differs from the defaults; GCC does not ask for the rest either.
        $<$<CXX_COMPILER_ID:Clang>:-Wno-missing-designated-field-initializers>)
endif()
target_compile_definitions(ferrygate-warnings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
    QT_STRICT_ITERATORS)

if(FERRYGATE_SANITIZE)
    # What a sanitizer finds ends the program; otherwise a test could pass in spite of it.
    add_compile_options(-fsanitize=${FERRYGATE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${FERRYGATE_SANITIZE})
endif()

# Fuzz targets bring their own main(); everything else is only prepared for them.
if(FERRYGATE_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()
