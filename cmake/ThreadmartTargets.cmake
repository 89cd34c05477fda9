# How every target of the project is built: C++20, warnings as errors, sanitizers by preset, ccache where it is there.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()

find_package(Threads REQUIRED)

add_library(threadmart_options INTERFACE)
target_include_directories(threadmart_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(threadmart_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual $<$<BOOL:${THREADMART_WERROR}>:-Werror>
  $<$<BOOL:${CCACHE_PROGRAM}>:-fpch-preprocess>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
  target_compile_options(threadmart_options INTERFACE -Wno-dangling-reference)  # GCC 13 sees them where there are none
endif()
target_link_libraries(threadmart_options INTERFACE Threads::Threads)
if(THREADMART_SANITIZE)
  # GCC sees maybe-uninitialised variants where there are none once a sanitizer has taken the code apart.
  target_compile_options(threadmart_options INTERFACE
    -fsanitize=${THREADMART_SANITIZE} -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  if(NOT THREADMART_SANITIZE STREQUAL "thread")
    # The check of vtables asks by a pipe whether memory can be read: tests that use up all descriptors would fail it.
    target_compile_options(threadmart_options INTERFACE -fno-sanitize-recover=all -fno-sanitize=vptr)
  endif()
  target_link_options(threadmart_options INTERFACE -fsanitize=${THREADMART_SANITIZE})
endif()

# A room: one static library from every .cpp of the calling folder.
#   threadmart_room(NAME DEPS other_room library… [PCH header… | PCH_OF target])
function(threadmart_room name)
  cmake_parse_arguments(ROOM "" "PCH_OF" "DEPS;PCH;EXCLUDE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  foreach(excluded IN LISTS ROOM_EXCLUDE)
    list(REMOVE_ITEM sources ${CMAKE_CURRENT_SOURCE_DIR}/${excluded})
  endforeach()
  if(NOT sources)  # a room of headers only
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE threadmart_options ${ROOM_DEPS})
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC threadmart_options ${ROOM_DEPS})
  if(ROOM_PCH)
    target_precompile_headers(${name} PRIVATE ${ROOM_PCH})
  elseif(ROOM_PCH_OF)
    target_precompile_headers(${name} REUSE_FROM ${ROOM_PCH_OF})
  endif()
endfunction()

# What is tested is optimised; the tests themselves need not be, and compile in half the time.
set(threadmart_test_options -O0)

# A test program from every .cpp of the calling folder; each TEST is a ctest test.
#   threadmart_test(NAME DEPS room…)
function(threadmart_test name)
  cmake_parse_arguments(TEST "" "TIMEOUT" "DEPS;PROPERTIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${TEST_DEPS} GTest::gtest GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE
    THREADMART_SOURCE_DIR="${CMAKE_SOURCE_DIR}" THREADMART_BINARY_DIR="${CMAKE_BINARY_DIR}")
  target_compile_options(${name} PRIVATE ${threadmart_test_options})
  if(NOT TEST_DEPS MATCHES "tm_test_qt|tm_command_line")  # Qt wants other code: -fPIC
    target_precompile_headers(${name} REUSE_FROM threadmart_test_headers)
  endif()
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 120)
  endif()
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 DISCOVERY_MODE PRE_TEST
    PROPERTIES TIMEOUT ${TEST_TIMEOUT} ENVIRONMENT "QT_QPA_PLATFORM=offscreen" ${TEST_PROPERTIES})
endfunction()
