#include "i18n/language.h"

#include <boost/test/unit_test.hpp>

namespace huiyin {

using i18n::search_key;

BOOST_AUTO_TEST_SUITE(search_tests)

BOOST_AUTO_TEST_CASE(what_is_typed_finds_what_is_written_another_way) {
    struct {
        std::string_view typed;
        std::string_view written;
    } const rows[] = {
        {"NOISE", "noise"},
        {"larm", "Lärm"},
        {"strasse", "Straße"},
        {"duong", "đường"},
        {"ISINMA", "ısınma"},
        {"isitma", "İSITMA"},
        {"lodz", "Łódź"},
        {"smorgas", "smörgås"},
        {"oevre", "œvre"},
        {"l'eau", "l’eau"},
        {"leau", "l’eau"},
        {"كيفية", "کیفیه"},
        {"آبرساني", "آب‌رسانی"},
        {"۱۲۳", "123"},
        {"١٢٣", "123"},
        {"ＷｉＦｉ", "wifi"},
        {"ごみ", "ゴミ"},
        {"  噪声 ", "噪声"},
        {"शोर", "शोर"},
        {"垃圾處理", "垃圾处理"},
        {"噪声", "噪聲"},
        {"裡面", "里面"},
        {"ｺﾞﾐ", "ゴミ"},
        {"ﾌﾟｰﾙ", "プール"},
        {"１１０", "110"},
        {"ادارة", "إدارة"},
        {"ٱلماء", "الماء"},
        {"مسوول", "مسؤول"},
        {"خانۀ", "خانه"},
        {"خانهٔ", "خانه"},
        {"شهرداري", "شهرداری"},
        {"نهــر", "نهر"},
    };
    for (auto const& row : rows)
        BOOST_TEST(search_key(row.typed) == search_key(row.written), row.typed);
}

BOOST_AUTO_TEST_CASE(different_words_stay_different) {
    BOOST_TEST(search_key("噪声") != search_key("噪音"));
    BOOST_TEST(search_key("lift") != search_key("gift"));
    BOOST_TEST(search_key("น้ำ") != search_key("ไฟ"));
}

BOOST_AUTO_TEST_CASE(malformed_text_finds_nothing_and_breaks_nothing) {
    BOOST_TEST(search_key("").empty());
    BOOST_TEST(search_key("\xF0\x28") != search_key("noise"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin
