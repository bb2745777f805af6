#include "core/ui/components/search_select.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

/// Long enough that nobody wants to look through it.
constexpr auto countries = std::to_array<SampleWords>({
    {"Algeria", "阿尔及利亚", "الجزائر"},
    {"Argentina", "阿根廷", "الأرجنتين"},
    {"Australia", "澳大利亚", "أستراليا"},
    {"Austria", "奥地利", "النمسا"},
    {"Brazil", "巴西", "البرازيل"},
    {"Canada", "加拿大", "كندا"},
    {"China", "中国", "الصين"},
    {"Côte d’Ivoire", "科特迪瓦", "كوت ديفوار"},
    {"Egypt", "埃及", "مصر"},
    {"France", "法国", "فرنسا"},
    {"Germany", "德国", "ألمانيا"},
    {"Japan", "日本", "اليابان"},
    {"Kazakhstan", "哈萨克斯坦", "كازاخستان"},
    {"Morocco", "摩洛哥", "المغرب"},
    {"Republic of Korea", "韩国", "جمهورية كوريا"},
    {"Russia", "俄罗斯", "روسيا"},
});

std::vector<SearchOption> options_of(Stand const& stand) {
    std::vector<SearchOption> options;
    for (SampleWords const& country : countries)
        options.push_back({std::string(country.english.substr(0, country.english.find(' '))),
                           stand.ui.words(sample(stand, country))});
    return options;
}

SearchSelect search_of(Stand const& stand) {
    return {.frame = {.id = stand.id,
                      .label = sample(stand, {"Country", "国家", "البلد"}),
                      .hint = sample(stand, {"Type some letters of the name.", "输入名称中的几个字。",
                                             "اكتب بعض أحرف الاسم."})},
            .options = [&stand] { return options_of(stand); },
            .chosen = stand.held.get(stand.id + ".chosen")};
}

void hold(Stand const& stand, SearchSelect const& spec, SearchEvent const& event) {
    using enum SearchEvent::Kind;
    bool const is_open = event.kind == Typed || event.kind == Opened;
    stand.held.set(stand.id + ".open", is_open ? "open" : "closed");
    if (event.kind == Typed) stand.held.set(stand.id, event.text);
    if (event.kind != Chosen) return;
    stand.held.set(stand.id + ".chosen", event.text);
    for (SearchOption const& option : spec.options())
        if (option.value == event.text) stand.held.set(stand.id, option.label);
}

void search_in(Stand const& stand, SearchSelect spec, std::string_view typed, bool is_open) {
    spec.typed = stand.held.get(stand.id, typed);
    spec.is_open = stand.held.get(stand.id + ".open", is_open ? "open" : "closed") == "open";
    if (auto const event = search_select(stand.ui, spec)) hold(stand, spec, *event);
}

constexpr auto examples = std::to_array<Example>({
    {"closed", [](Stand const& stand) { search_in(stand, search_of(stand), "", false); }},
    {"all", [](Stand const& stand) { search_in(stand, search_of(stand), "", true); }},
    {"some",
     [](Stand const& stand) {
         std::string const typed = stand.ui.words(sample(stand, {"a", "国", "ا"}));
         search_in(stand, search_of(stand), typed, true);
     }},
    {"none", [](Stand const& stand) { search_in(stand, search_of(stand), "12345", true); }},
    {"refused",
     [](Stand const& stand) {
         SearchSelect spec = search_of(stand);
         spec.frame.error = tr("problem.unknown");
         search_in(stand, std::move(spec), "", false);
     }},
});

} // namespace

std::span<Example const> search_select_examples() { return examples; }

} // namespace huiyin::ui
