#pragma once

#include "core/ui/frame.h"
#include "web/element.h"
#include "web/wire.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::web {

/// What is to be done to the DOM. Each is followed by the element's handle and by what is named beside it.
/// Handles count from 1 and are used again; 0 is the mirror itself as a parent, and "at the end" as a
/// sibling.
enum class MirrorOp : std::uint8_t {
    End = 0,
    Create = 1,          ///< tag, id (of an element that may be there already)
    Remove = 2,          ///< (with all that is in it)
    Place = 3,           ///< parent, the sibling behind it
    SetAttribute = 4,    ///< name, value
    RemoveAttribute = 5, ///< name
    Move = 6,            ///< left, top, width, height
    SetText = 7,         ///< text, number of line starts, line starts in UTF-16 units
    SetLook = 8,         ///< size, weight, family, language, line height, spacings, align, paddings
    SetValue = 9,        ///< value
    SetChecked = 10,     ///< flag
    SetOptions = 11,     ///< number of options, of each value, label and group
};

/// Keeps the DOM like the nodes: compares them with the last frame's and writes what differs.
class Mirror {
public:
    /// Writes the operations, MirrorOp::End last. `focused` is the id of the element with focus: it is
    /// neither made anew nor taken out of the DOM to be moved, as long as it stays under its parent.
    void update(ui::Nodes const& nodes, i18n::Direction page_direction, std::string_view focused,
                WireWriter& out);

    /// The DOM changed a field by itself: the person typed or chose.
    void note(ui::UiEvent const& event);

    /// The DOM has thrown away where the elements are and how their texts look: the next update writes it
    /// again.
    void place_anew() { m_places_anew = true; }

private:
    using Handle = std::uint32_t;

    /// An element as the DOM has it.
    struct Kept {
        Handle handle = 0;
        Handle parent = 0;
        /// Among its parent's children, from 1; 0 when it is not in the DOM yet.
        std::size_t place = 0;
        ui::Node node = {};
        Surroundings around = {};
        Element element = {};
        bool is_new = true;
        std::uint32_t seen_in = 0;
    };
    using Siblings = std::vector<Kept*>;

    /// The elements of the last frame, in their order: typing and hovering change no more than what they
    /// hold.
    bool is_same_tree(ui::Nodes const& nodes) const;
    bool is_same_layout(ui::Nodes const& nodes) const;
    void find_or_create(ui::Nodes const& nodes, WireWriter& out);
    void place_all(ui::Nodes const& nodes, std::string_view focused, WireWriter& out);
    void remove_unseen(WireWriter& out);
    Handle free_handle();

    std::map<std::string, Kept, std::less<>> m_kept;
    /// Of each node of this frame, in the nodes' order.
    std::vector<Kept*> m_current;
    std::vector<Kept> m_replaced;
    std::vector<Handle> m_free;
    Handle m_last_handle = 0;
    std::uint32_t m_frame = 0;
    bool m_places_anew = false;
    i18n::Direction m_page_direction = i18n::Direction::LeftToRight;

    static void place(Handle parent, Siblings const& children, Kept const* pinned, WireWriter& out);
    void write_differences(Kept& kept, ui::Node const& node, Surroundings const& around, WireWriter& out);
    static void write_held(Kept& kept, Element const& next, WireWriter& out);
};

} // namespace huiyin::web
