# Dear ImGui from its sources, without fonts, demonstration and debug windows. Native builds carry the hooks that
# let the tests audit every item.
add_library(imgui STATIC
    ${HUIYIN_IMGUI_SOURCE}/imgui.cpp
    ${HUIYIN_IMGUI_SOURCE}/imgui_draw.cpp
    ${HUIYIN_IMGUI_SOURCE}/imgui_tables.cpp
    ${HUIYIN_IMGUI_SOURCE}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${HUIYIN_IMGUI_SOURCE})
target_compile_definitions(imgui PUBLIC
    IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_METRICS_WINDOW IMGUI_DISABLE_OBSOLETE_FUNCTIONS
    IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_DISABLE_WIN32_FUNCTIONS
    IMGUI_DISABLE_FILE_FUNCTIONS
    $<$<NOT:$<BOOL:${EMSCRIPTEN}>>:IMGUI_ENABLE_TEST_ENGINE>)
if(EMSCRIPTEN)
    target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti)
endif()
