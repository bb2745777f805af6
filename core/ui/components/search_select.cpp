#include "core/ui/components/search_select.h"

#include "core/ui/components/field_frame.h"
#include "core/ui/components/text.h"

#include <algorithm>

namespace huiyin::ui {

namespace {

constexpr std::size_t most_shown = 8;
constexpr Point padding = {14, 10};

SearchList const& list_of(Ui& ui, SearchSelect const& spec) {
    return ui.search_list(spec.frame.id, spec.options);
}

std::vector<SearchOption const*> matches_of(Ui& ui, SearchSelect const& spec) {
    return list_of(ui, spec).matches(spec.typed);
}

std::string option_id(SearchSelect const& spec, SearchOption const& option) {
    return spec.frame.id + "." + option.value;
}

void option_view(Ui& ui, SearchSelect const& spec, SearchOption const& option) {
    std::string const id = option_id(spec, option);
    i18n::Text const words = i18n::verbatim(option.label);
    bool const is_chosen = option.value == spec.chosen;
    float const words_height = ui.text_height(words, {}, ui.column().width - 2 * padding.x);
    float const height = std::max(measure::target, words_height + 2 * padding.y);
    Rect const box{ui.column().left, ui.y(), ui.column().width, height};
    bool const is_lit = ui.canvas().interact(id, box).is_hovered || is_chosen;
    if (is_lit) ui.canvas().fill(box, ui.theme()[ColorRole::GoodSurface], measure::radius_small);
    ui.text_in({.id = id, .role = Role::Option, .state = {.selected = is_chosen}}, box,
               {padding.x, (height - words_height) / 2}, words, {});
    ui.advance(height);
}

void list_view(Ui& ui, SearchSelect const& spec, std::vector<SearchOption const*> const& matches) {
    float const top = ui.y();
    {
        Scope const list = ui.open(
            {.id = spec.frame.id + ".list", .role = Role::ListBox, .label = ui.words(spec.frame.label)});
        for (std::size_t at = 0; at < std::min(matches.size(), most_shown); ++at)
            option_view(ui, spec, *matches[at]);
    }
    Rect const box{ui.column().left, top, ui.column().width, ui.y() - top};
    ui.canvas().behind(1);
    ui.canvas().fill(box, ui.theme()[ColorRole::Surface], measure::radius_small);
    ui.canvas().stroke(box, ui.theme()[ColorRole::LineStrong], 1, measure::radius_small);
    ui.canvas().in_front();
    ui.gap(8);
}

i18n::Text count_of(std::size_t matches) {
    return i18n::tr(
        matches > most_shown ? "search.more" : "search.count",
        {{"count", static_cast<std::int64_t>(matches)}, {"shown", static_cast<std::int64_t>(most_shown)}});
}

std::optional<SearchEvent> event_of(Ui& ui, SearchSelect const& spec) {
    using enum SearchEvent::Kind;
    if (spec.is_open)
        for (SearchOption const& option : list_of(ui, spec).options())
            if (ui.is_clicked(option_id(spec, option))) return SearchEvent{Chosen, option.value};
    if (auto typed = ui.edited(spec.frame.id)) return SearchEvent{Typed, *std::move(typed)};
    if (ui.is_clicked(spec.frame.id)) return SearchEvent{Opened};
    if (ui.is_dismissed(spec.frame.id)) return SearchEvent{Closed};
    return std::nullopt;
}

} // namespace

std::optional<SearchEvent> search_select(Ui& ui, SearchSelect const& spec) {
    Node node = field_node(ui, spec.frame, Role::ComboBox);
    node.value = value_of(ui, spec.frame, spec.typed);
    std::vector<SearchOption const*> matches;
    if (spec.is_open) matches = matches_of(ui, spec);
    node.state.expanded = !matches.empty();
    if (*node.state.expanded) node.controls = spec.frame.id + ".list";
    if (spec.is_open) node.described_by.push_back(spec.frame.id + ".count");
    stand_field(ui, spec.frame, std::move(node), 0, 0);
    ui.gap(6);
    if (spec.is_open) {
        ui.text({.id = spec.frame.id + ".count", .role = Role::Hint}, count_of(matches.size()),
                {.kind = TextKind::Small, .color = ColorRole::InkQuiet});
        ui.gap(6);
        if (!matches.empty()) list_view(ui, spec, matches);
    }
    ui.gap(14);
    return event_of(ui, spec);
}

i18n::Text search_count(Ui& ui, SearchSelect const& spec) { return count_of(matches_of(ui, spec).size()); }

} // namespace huiyin::ui
