# Third-party libraries, each as a target; their headers are SYSTEM.
add_library(huiyin_boost_test INTERFACE)
if(NOT EMSCRIPTEN)
    find_package(Boost 1.81 REQUIRED COMPONENTS unit_test_framework)
    target_link_libraries(huiyin_boost_test INTERFACE Boost::unit_test_framework)
    target_compile_definitions(huiyin_boost_test INTERFACE BOOST_TEST_DYN_LINK)
endif()
# Headers alone; its errors are values here, never exceptions.
add_library(huiyin_json INTERFACE)
target_compile_definitions(huiyin_json INTERFACE JSON_NOEXCEPTION)
