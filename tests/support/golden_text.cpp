#include "tests/support/person.h"

#include <sstream>

namespace huiyin::tests {

namespace {

using ui::Node;
using ui::Nodes;

/// Holds things together for the eye alone.
bool is_silent(Node const& node) { return node.role == ui::Role::Group && node.label.empty(); }

int depth_of(Nodes const& nodes, Node const& node) {
    int depth = 0;
    for (int parent = node.parent; parent >= 0; parent = nodes[static_cast<std::size_t>(parent)].parent)
        depth += is_silent(nodes[static_cast<std::size_t>(parent)]) ? 0 : 1;
    return depth;
}

void write_state(std::ostream& out, Node const& node) {
    if (node.state.checked) out << " checked";
    if (node.state.disabled) out << " disabled";
    if (node.state.busy) out << " busy";
    if (node.state.invalid) out << " invalid";
    if (node.state.current) out << " current";
    if (node.state.selected) out << " selected";
    if (node.state.expanded) out << (*node.state.expanded ? " expanded" : " folded");
}

void write_node(std::ostream& out, Node const& node) {
    out << node.role;
    if (node.level > 0) out << ' ' << node.level;
    out << " #" << node.id;
    if (!node.label.empty()) out << " \"" << node.label << '"';
    if (!node.value.empty()) out << " = \"" << node.value << '"';
    if (!node.href.empty()) out << " -> " << node.href;
    if (!node.lang.empty()) out << " lang=" << node.lang;
    write_state(out, node);
    for (std::string const& id : node.described_by)
        out << " <" << id << '>';
    if (!node.options.empty()) out << " of " << node.options.size();
}

} // namespace

std::string golden_text(ui::Frame const& frame) {
    std::ostringstream out;
    out << frame.title << " [" << frame.lang
        << (frame.direction == i18n::Direction::RightToLeft ? " rtl]\n" : " ltr]\n");
    for (Node const& node : frame.nodes) {
        if (is_silent(node)) continue;
        out << std::string(static_cast<std::size_t>(depth_of(frame.nodes, node)) * 2, ' ');
        write_node(out, node);
        out << '\n';
    }
    return out.str();
}

} // namespace huiyin::tests
