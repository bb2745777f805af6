# ICU 72.1 as the target `icu`: the system's natively, and for WebAssembly built from its sources.
if(NOT EMSCRIPTEN)
    find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)
    add_library(icu INTERFACE)
    target_link_libraries(icu INTERFACE ICU::i18n ICU::uc ICU::data)
    return()
endif()

file(STRINGS ${HUIYIN_ICU_SOURCE}/common/sources.txt icu_common REGEX "cpp$")
list(TRANSFORM icu_common PREPEND ${HUIYIN_ICU_SOURCE}/common/)
# Of the formats only the plural rules, with the decimal numbers that they look at.
set(icu_formats
    decContext.cpp decNumber.cpp double-conversion-bignum-dtoa.cpp double-conversion-bignum.cpp
    double-conversion-cached-powers.cpp double-conversion-double-to-string.cpp double-conversion-fast-dtoa.cpp
    double-conversion-string-to-double.cpp double-conversion-strtod.cpp formatted_string_builder.cpp
    number_decimalquantity.cpp number_utils.cpp plurrule.cpp standardplural.cpp)
list(TRANSFORM icu_formats PREPEND ${HUIYIN_ICU_SOURCE}/i18n/)
add_library(icu STATIC ${icu_common} ${icu_formats} ${HUIYIN_ICU_SOURCE}/stubdata/stubdata.cpp)
target_include_directories(icu SYSTEM PUBLIC ${HUIYIN_ICU_SOURCE}/common ${HUIYIN_ICU_SOURCE}/i18n)
target_compile_definitions(icu
    PUBLIC U_STATIC_IMPLEMENTATION=1 U_DISABLE_RENAMING=0 U_CHARSET_IS_UTF8=1 UCONFIG_NO_LEGACY_CONVERSION=1
           UCONFIG_NO_IDNA=1 UCONFIG_NO_COLLATION=1 UCONFIG_NO_TRANSLITERATION=1 UCONFIG_NO_REGULAR_EXPRESSIONS=1
           UCONFIG_NO_SERVICE=1 UCONFIG_NO_FILTERED_BREAK_ITERATION=1
    PRIVATE U_COMMON_IMPLEMENTATION U_I18N_IMPLEMENTATION)
target_compile_options(icu PRIVATE -w -fno-exceptions)
