#include "web/mirror.h"

#include "core/base/utf8.h"
#include "core/base/verify.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace huiyin::web {

namespace {

void begin(WireWriter& out, MirrorOp op, std::uint32_t handle) {
    out.byte(static_cast<std::uint8_t>(op));
    out.number(handle);
}

/// JavaScript counts its strings in UTF-16 units.
std::vector<std::uint32_t> in_utf16_units(std::string_view text,
                                          std::vector<std::uint32_t> const& byte_offsets) {
    std::vector<std::uint32_t> units;
    std::uint32_t unit = 0;
    std::size_t at = 0;
    for (std::uint32_t const offset : byte_offsets) {
        while (at < offset && at < text.size())
            unit += next_code_point(text, at) > 0xFFFF ? 2 : 1;
        units.push_back(unit);
    }
    return units;
}

void write_text(std::uint32_t handle, Element const& element, WireWriter& out) {
    begin(out, MirrorOp::SetText, handle);
    out.text(element.text);
    auto const starts =
        element.look ? in_utf16_units(element.text, element.look->line_starts) : std::vector<std::uint32_t>{};
    out.number(static_cast<std::uint32_t>(starts.size()));
    for (std::uint32_t const start : starts)
        out.number(start);
}

void write_look(std::uint32_t handle, ui::TextLook const& look, WireWriter& out) {
    begin(out, MirrorOp::SetLook, handle);
    out.real(look.style.size);
    out.byte(static_cast<std::uint8_t>(look.style.weight));
    out.byte(static_cast<std::uint8_t>(look.style.family));
    out.word(look.style.lang);
    out.real(look.line_height);
    out.real(look.style.letter_spacing);
    out.real(look.style.word_spacing);
    out.byte(static_cast<std::uint8_t>(look.align));
    out.real(look.padding_inline);
    out.real(look.padding_block);
}

void write_options(std::uint32_t handle, std::vector<ui::Option> const& options, WireWriter& out) {
    begin(out, MirrorOp::SetOptions, handle);
    out.number(static_cast<std::uint32_t>(options.size()));
    for (ui::Option const& option : options) {
        out.text(option.value);
        out.text(option.label);
        out.text(option.group);
    }
}

bool has(std::vector<Attribute> const& attributes, std::string_view name) {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](Attribute const& attribute) { return attribute.name == name; });
}

void write_attributes(std::uint32_t handle, Element const& last, Element const& next, WireWriter& out) {
    for (Attribute const& attribute : last.attributes) {
        if (has(next.attributes, attribute.name)) continue;
        begin(out, MirrorOp::RemoveAttribute, handle);
        out.word(attribute.name);
    }
    for (Attribute const& attribute : next.attributes) {
        if (std::find(last.attributes.begin(), last.attributes.end(), attribute) != last.attributes.end())
            continue;
        begin(out, MirrorOp::SetAttribute, handle);
        out.word(attribute.name);
        out.text(attribute.value);
    }
}

bool is_same_text(Element const& a, Element const& b) {
    auto const starts = [](Element const& element) {
        return element.look ? element.look->line_starts : std::vector<std::uint32_t>{};
    };
    return a.text == b.text && starts(a) == starts(b);
}

/// What the DOM needs to set the text in the same way; the direction is an attribute.
auto css_of(ui::TextLook const& look) {
    return std::tuple(look.style.size, look.style.weight, look.style.family, look.style.lang,
                      look.line_height, look.style.letter_spacing, look.style.word_spacing, look.align,
                      look.padding_inline, look.padding_block);
}

bool is_same_look(Element const& a, Element const& b) {
    if (!a.look || !b.look) return a.look.has_value() == b.look.has_value();
    return css_of(*a.look) == css_of(*b.look);
}

/// Marks a longest run of ascending places among those that may stay; the others must move.
/// Nothing is a child that was not here before.
std::vector<bool> staying(std::vector<std::optional<std::size_t>> const& places) {
    std::vector<std::size_t> tails;
    std::vector<std::optional<std::size_t>> before(places.size());
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (!places[at]) continue;
        auto const longer =
            std::lower_bound(tails.begin(), tails.end(), *places[at],
                             [&](std::size_t tail, std::size_t place) { return *places[tail] < place; });
        if (longer != tails.begin()) before[at] = *std::prev(longer);
        if (longer == tails.end())
            tails.push_back(at);
        else
            *longer = at;
    }
    std::vector<bool> stays(places.size(), false);
    std::optional<std::size_t> at = tails.empty() ? std::nullopt : std::optional(tails.back());
    for (; at; at = before[*at])
        stays[*at] = true;
    return stays;
}

/// Ids of the fields and groups that a label or legend node speaks for.
std::set<std::string_view> named_elsewhere(ui::Nodes const& nodes) {
    std::set<std::string_view> named;
    for (ui::Node const& node : nodes) {
        if (node.role == ui::Role::Label) named.insert(node.for_id);
        if (node.role == ui::Role::Legend && node.parent >= 0)
            named.insert(nodes[static_cast<std::size_t>(node.parent)].id);
    }
    return named;
}

std::vector<Surroundings> surroundings_of(ui::Nodes const& nodes, i18n::Direction page_direction) {
    std::set<std::string_view> const named = named_elsewhere(nodes);
    std::vector<i18n::Direction> directions(nodes.size());
    std::vector<Surroundings> around(nodes.size());
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        around[at].parent_direction = page_direction;
        around[at].is_named_elsewhere = named.contains(nodes[at].id);
        if (nodes[at].parent >= 0) {
            auto const parent = static_cast<std::size_t>(nodes[at].parent);
            around[parent].has_children = true;
            around[at].parent_at = {nodes[parent].bounds.x, nodes[parent].bounds.y};
            around[at].parent_direction = directions[parent];
        }
        directions[at] = has_own_direction(nodes[at]) ? nodes[at].direction : around[at].parent_direction;
    }
    return around;
}

} // namespace

void Mirror::update(ui::Nodes const& nodes, i18n::Direction page_direction, std::string_view focused,
                    WireWriter& out) {
    ++m_frame;
    bool const has_same_tree = is_same_tree(nodes);
    bool const has_same_places = has_same_tree && m_page_direction == page_direction && is_same_layout(nodes);
    m_page_direction = page_direction;
    if (!has_same_tree) find_or_create(nodes, out);
    std::vector<Surroundings> const around =
        has_same_places ? std::vector<Surroundings>{} : surroundings_of(nodes, page_direction);
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        Kept& kept = *m_current[at];
        write_differences(kept, nodes[at], has_same_places ? Surroundings(kept.around) : around[at], out);
    }
    if (!has_same_tree) {
        place_all(nodes, focused, out);
        remove_unseen(out);
    }
    m_places_anew = false;
    out.byte(static_cast<std::uint8_t>(MirrorOp::End));
}

bool Mirror::is_same_tree(ui::Nodes const& nodes) const {
    return std::equal(nodes.begin(), nodes.end(), m_current.begin(), m_current.end(),
                      [](ui::Node const& node, Kept const* kept) {
                          return kept->node.id == node.id && kept->node.parent == node.parent &&
                                 kept->element.tag == tag_of(node);
                      });
}

/// What the surroundings of nodes are made of.
bool Mirror::is_same_layout(ui::Nodes const& nodes) const {
    return std::equal(
        nodes.begin(), nodes.end(), m_current.begin(), [](ui::Node const& node, Kept const* kept) {
            ui::Node const& last = kept->node;
            return last.bounds == node.bounds && last.role == node.role && last.for_id == node.for_id &&
                   last.direction == node.direction && has_own_direction(last) == has_own_direction(node);
        });
}

void Mirror::note(ui::UiEvent const& event) {
    auto const found = m_kept.find(event.id);
    if (found == m_kept.end()) return;
    Element& element = found->second.element;
    if (element.value) element.value = event.payload;
    if (found->second.node.role == ui::Role::Checkbox) element.checked = event.payload == "true";
    if (found->second.node.role != ui::Role::Radio) return;
    for (auto& [id, kept] : m_kept)
        if (kept.node.role == ui::Role::Radio && kept.node.group == found->second.node.group)
            kept.element.checked = id == event.id;
}

Mirror::Handle Mirror::free_handle() {
    if (m_free.empty()) return ++m_last_handle;
    Handle const handle = m_free.back();
    m_free.pop_back();
    return handle;
}

void Mirror::find_or_create(ui::Nodes const& nodes, WireWriter& out) {
    m_current.clear();
    for (ui::Node const& node : nodes) {
        auto const [found, is_unknown] = m_kept.try_emplace(node.id);
        Kept& kept = found->second;
        // Two nodes with one id would be one element.
        VERIFY(kept.seen_in != m_frame);
        bool const has_other_tag = !is_unknown && kept.element.tag != tag_of(node);
        if (has_other_tag) m_replaced.push_back(std::exchange(kept, Kept{}));
        kept.seen_in = m_frame;
        if (kept.handle == 0) {
            kept.handle = free_handle();
            begin(out, MirrorOp::Create, kept.handle);
            out.word(tag_of(node));
            out.text(node.id);
        }
        m_current.push_back(&kept);
    }
}

void Mirror::write_held(Kept& kept, Element const& next, WireWriter& out) {
    Element const& last = kept.element;
    // A select with other options has chosen one of them by itself.
    bool const has_other_options = last.options != next.options;
    bool const has_other_value = kept.is_new ? !next.value.value_or("").empty() : next.value != last.value;
    if (next.value && (has_other_value || has_other_options)) {
        begin(out, MirrorOp::SetValue, kept.handle);
        out.text(*next.value);
    }
    if (next.checked && (kept.is_new ? *next.checked : next.checked != last.checked)) {
        begin(out, MirrorOp::SetChecked, kept.handle);
        out.flag(*next.checked);
    }
}

void Mirror::write_differences(Kept& kept, ui::Node const& node, Surroundings const& around,
                               WireWriter& out) {
    bool const holds_something = kept.element.value || kept.element.checked;
    if (!kept.is_new && !holds_something && !m_places_anew && kept.around == around && kept.node == node)
        return;

    Element next = element_of(node, around);
    write_attributes(kept.handle, kept.element, next, out);
    if (next.look && (m_places_anew || !is_same_look(kept.element, next)))
        write_look(kept.handle, *next.look, out);
    if (!is_same_text(kept.element, next)) write_text(kept.handle, next, out);
    if (kept.element.options != next.options) write_options(kept.handle, next.options, out);
    write_held(kept, next, out);
    if (kept.is_new || m_places_anew || kept.element.place != next.place) {
        begin(out, MirrorOp::Move, kept.handle);
        out.real(next.place.x);
        out.real(next.place.y);
        out.real(next.place.width);
        out.real(next.place.height);
    }
    kept.node = node;
    kept.around = around;
    kept.element = std::move(next);
    kept.is_new = false;
}

void Mirror::place_all(ui::Nodes const& nodes, std::string_view focused, WireWriter& out) {
    std::vector<Siblings> children(nodes.size() + 1);
    for (std::size_t at = 0; at < nodes.size(); ++at)
        children[static_cast<std::size_t>(nodes[at].parent + 1)].push_back(m_current[at]);

    // The element with focus and all that it lies in.
    std::set<Kept const*> pinned;
    auto const focus =
        std::find_if(nodes.begin(), nodes.end(), [&](ui::Node const& node) { return node.id == focused; });
    for (int at = focus == nodes.end() ? -1 : static_cast<int>(focus - nodes.begin()); at >= 0;
         at = nodes[static_cast<std::size_t>(at)].parent)
        pinned.insert(m_current[static_cast<std::size_t>(at)]);

    // From the root down, so that an element never has to go into one that still lies in it.
    for (std::size_t at = 0; at < children.size(); ++at) {
        auto const kept = std::find_if(children[at].begin(), children[at].end(),
                                       [&](Kept const* child) { return pinned.contains(child); });
        place(at == 0 ? 0 : m_current[at - 1]->handle, children[at],
              kept == children[at].end() ? nullptr : *kept, out);
    }
}

void Mirror::place(Handle parent, Siblings const& children, Kept const* pinned, WireWriter& out) {
    std::vector<std::optional<std::size_t>> places(children.size());
    bool const is_pinned_here = pinned && pinned->place > 0 && pinned->parent == parent;
    bool is_before_pinned = is_pinned_here;
    for (std::size_t at = 0; at < children.size(); ++at) {
        Kept const& child = *children[at];
        if (&child == pinned) is_before_pinned = false;
        bool const was_here = child.place > 0 && child.parent == parent;
        bool const may_stay = !is_pinned_here || &child == pinned ||
                              (is_before_pinned ? child.place < pinned->place : child.place > pinned->place);
        if (was_here && may_stay) places[at] = child.place;
    }
    std::vector<bool> const stays = staying(places);
    Handle behind = 0;
    for (std::size_t at = children.size(); at-- > 0;) {
        if (!stays[at]) {
            begin(out, MirrorOp::Place, children[at]->handle);
            out.number(parent);
            out.number(behind);
        }
        behind = children[at]->handle;
    }
    for (std::size_t at = 0; at < children.size(); ++at) {
        children[at]->parent = parent;
        children[at]->place = at + 1;
    }
}

void Mirror::remove_unseen(WireWriter& out) {
    std::vector<Kept> gone = std::exchange(m_replaced, {});
    for (auto entry = m_kept.begin(); entry != m_kept.end();) {
        if (entry->second.seen_in == m_frame) {
            ++entry;
            continue;
        }
        gone.push_back(std::move(entry->second));
        entry = m_kept.erase(entry);
    }
    std::set<Handle> handles;
    for (Kept const& kept : gone)
        handles.insert(kept.handle);
    for (Kept const& kept : gone) {
        m_free.push_back(kept.handle);
        if (handles.contains(kept.parent)) continue;
        begin(out, MirrorOp::Remove, kept.handle);
    }
}

} // namespace huiyin::web
