#include "core/domain/words.h"
#include "core/protocol/messages.h"
#include "tests/i18n/language_support.h"

#include <boost/test/unit_test.hpp>

namespace huiyin {

using i18n::tr;
using tests::speaking_as_published;

namespace {

void needs(i18n::Language const& language, std::string const& key) {
    BOOST_TEST(language.has(key), language.info().tag << " lacks " << key);
}

template <Named Word>
void needs_every(i18n::Language const& language, std::string const& family, std::string const& ending) {
    for (auto const& [word, name] : Names<Word>::all)
        needs(language, family + "." + std::string(name) + ending);
}

std::string clock(i18n::Language const& language, std::string_view key, std::string_view due) {
    Instant const at = *parse_rfc3339(due);
    Instant const now = *parse_rfc3339("2026-11-20T06:00:00Z");
    return language.format(tr(key, {{"due", at}, {"relative", language.relative(at, now)}}));
}

} // namespace

BOOST_AUTO_TEST_SUITE(published_tests)

BOOST_AUTO_TEST_CASE(every_word_of_the_domain_is_said_in_every_language) {
    for (auto const& info : i18n::languages()) {
        auto const language = speaking_as_published(info.tag);
        needs_every<Nature>(*language, "nature", ".label");
        needs_every<Nature>(*language, "nature", ".hint");
        needs_every<Urgency>(*language, "urgency", ".label");
        needs_every<Visibility>(*language, "visibility", ".label");
        needs_every<Visibility>(*language, "visibility", ".hint");
        needs_every<Channel>(*language, "channel", ".label");
        needs_every<PreferredContact>(*language, "preferred", ".label");
        needs_every<Stage>(*language, "stage", ".label");
        needs_every<Stage>(*language, "stage", ".meaning");
        needs_every<Step>(*language, "step", ".label");
        needs_every<Actor>(*language, "actor", ".label");
        needs_every<Outcome>(*language, "outcome", ".label");
        needs_every<Resolved>(*language, "resolved", ".label");
        needs_every<Contacted>(*language, "contacted", ".label");
        needs_every<Satisfaction>(*language, "satisfaction", ".label");
        needs_every<ClockBasis>(*language, "limit", "");
        for (auto const& [kind, name] : Names<ClockKind>::all)
            needs_every<ClockState>(*language, "clock." + std::string(name), "");
    }
}

BOOST_AUTO_TEST_CASE(every_category_and_district_of_the_city_is_said_in_every_language) {
    auto const city = protocol::read_city(tests::read_file(HUIYIN_SOURCE_DIR "/assets/city.json")).value();
    for (auto const& info : i18n::languages()) {
        auto const language = speaking_as_published(info.tag);
        for (auto const& top : city.categories) {
            needs(*language, "category." + top.id.value + ".label");
            for (auto const& leaf : top.children)
                needs(*language, "category." + leaf.id.value + ".label");
        }
        for (auto const& district : city.districts)
            needs(*language, "district." + district.value + ".label");
    }
}

BOOST_AUTO_TEST_CASE(a_clock_says_by_when_in_one_sentence) {
    std::string_view const due = "2026-11-20T08:00:00Z";
    BOOST_TEST(clock(*speaking_as_published("en"), "clock.dispatch.running", due) ==
               "A responsible unit is to be named by Friday, 20 November 2026 at 16:00 (in 2 hours).");
    BOOST_TEST(clock(*speaking_as_published("zh-Hans"), "clock.dispatch.running", due) ==
               "应在2026年11月20日星期五 16:00前确定承办单位（2小时后）。");
    BOOST_TEST(clock(*speaking_as_published("ar"), "clock.dispatch.running", due) ==
               "يجب تحديد جهة مسؤولة في موعد أقصاه الجمعة، 20 نوفمبر 2026 في 16:00 (خلال ساعتين).");
}

BOOST_AUTO_TEST_CASE(an_overdue_clock_says_so_openly) {
    std::string_view const end_of_day = "2026-11-18T16:00:00Z";
    BOOST_TEST(
        clock(*speaking_as_published("en"), "clock.reply.overdue", end_of_day) ==
        "Overdue: you should have had a reply by the end of Wednesday, 18 November 2026 (2 days ago).");
    BOOST_TEST(clock(*speaking_as_published("zh-Hans"), "clock.reply.overdue", end_of_day) ==
               "已逾期：应在2026年11月18日星期三24:00前答复您（2天前）。");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin
