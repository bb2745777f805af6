#include "tests/support/auditor.h"

#include "core/base/utf8.h"
#include "tests/support/fixed_text_engine.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

namespace {

std::map<ImGuiID, ImRect>& seen_items() {
    static std::map<ImGuiID, ImRect> items;
    return items;
}

} // namespace

// Dear ImGui calls these for every item, also for those that are clipped. It has a window of its own, which
// is never shown and whose title counts as an item.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImRect const& box, ImGuiID id) {
    if (!context->CurrentWindow->IsFallbackWindow) seen_items()[id] = box;
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, char const*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, char const*, ...) {}
char const* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

namespace huiyin::tests {

namespace {

using ui::Node;
using ui::Nodes;
using ui::Rect;
using ui::Role;

bool is_close(float a, float b) { return std::abs(a - b) < 0.51F; }

bool is_same_box(ImRect const& item, Rect const& bounds) {
    return is_close(item.Min.x, bounds.x) && is_close(item.Min.y, bounds.y) &&
           is_close(item.Max.x, bounds.right()) && is_close(item.Max.y, bounds.bottom());
}

bool is_control(Role role) {
    using enum Role;
    return role == Link || role == Button || role == TextField || role == TextArea || role == Select ||
           role == Radio || role == Checkbox || role == FileField || role == ComboBox || role == Option ||
           role == Tab || role == Disclosure;
}

Node const* find(Nodes const& nodes, std::string_view id) {
    auto const found = std::ranges::find(nodes, id, &Node::id);
    return found == nodes.end() ? nullptr : &*found;
}

class Inspection {
public:
    Inspection(Nodes const& nodes, float window_width) : m_nodes(nodes), m_window_width(window_width) {}

    std::vector<std::string> run() {
        for (std::size_t at = 0; at < m_nodes.size(); ++at)
            inspect(m_nodes[at], static_cast<int>(at));
        inspect_page();
        return std::move(m_faults);
    }

private:
    void inspect(Node const& node, int place) {
        if (node.id.empty()) fault(node, "has no id");
        if (!m_ids.insert(node.id).second) fault(node, "has an id that stands twice");
        if (node.parent >= place) fault(node, "stands before its parent");
        if (is_control(node.role)) inspect_control(node);
        bool const is_beside = node.bounds.x < -0.5F || node.bounds.right() > m_window_width + 0.5F;
        if (is_beside) fault(node, "lies beside the window");
        for (std::string const& id : node.described_by)
            if (find(m_nodes, id) == nullptr) fault(node, "is described by nothing: " + id);
        if (!node.camera_of.empty() && find(m_nodes, node.camera_of) == nullptr)
            fault(node, "takes pictures for nothing: " + node.camera_of);
        if (!node.controls.empty() && find(m_nodes, node.controls) == nullptr)
            fault(node, "controls nothing: " + node.controls);
        if (!node.for_id.empty() && find(m_nodes, node.for_id) == nullptr) fault(node, "labels nothing");
    }

    void inspect_control(Node const& node) {
        if (node.label.empty()) fault(node, "has no name");
        // WCAG 2.5.8 asks for 24; 44 is ours in every window, as every window may be touched.
        if (node.bounds.height < ui::measure::target - 0.01F) fault(node, "is too low a target");
        if (node.bounds.width < ui::measure::target - 0.01F) fault(node, "is too narrow a target");
        bool const leads_nowhere = node.role == Role::Link && node.href.empty();
        if (leads_nowhere) fault(node, "is a link without an address");
    }

    void inspect_page() {
        auto const titles = std::ranges::count_if(m_nodes, [](Node const& node) { return node.level == 1; });
        if (titles != 1) m_faults.push_back("the page has " + std::to_string(titles) + " titles");
        auto const mains = std::ranges::count(m_nodes, Role::Main, &Node::role);
        if (mains != 1) m_faults.push_back("the page has " + std::to_string(mains) + " main parts");
    }

    void fault(Node const& node, std::string const& what) {
        std::ostringstream words;
        words << node.role << " '" << node.id << "' (" << node.label << ") at " << node.bounds << " " << what;
        m_faults.push_back(words.str());
    }

    Nodes const& m_nodes;
    float m_window_width;
    std::set<std::string> m_ids;
    std::vector<std::string> m_faults;
};

/// What is painted of a node with a look: a field shows its value, not its name.
bool paints_label(Node const& node) {
    using enum Role;
    return node.look && node.role != TextField && node.role != TextArea && node.role != Select &&
           node.role != ComboBox && node.role != FileField;
}

std::vector<std::string_view> lines_of(Node const& node) {
    std::vector<std::uint32_t> starts = node.look->line_starts;
    starts.insert(starts.begin(), 0);
    starts.push_back(static_cast<std::uint32_t>(node.label.size()));
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at + 1 < starts.size(); ++at)
        lines.push_back(
            trimmed(std::string_view(node.label).substr(starts[at], starts[at + 1] - starts[at])));
    return lines;
}

bool is_clipped(Node const& node) {
    ui::TextLook const& look = *node.look;
    FixedTextEngine engine;
    float const room = node.bounds.width - 2 * look.padding_inline;
    auto const lines = lines_of(node);
    bool const is_too_high = static_cast<float>(lines.size()) * look.line_height >
                             node.bounds.height - 2 * look.padding_block + 0.51F;
    return is_too_high || std::ranges::any_of(lines, [&](std::string_view line) {
               return engine.width(line, look.style) > room + 0.51F;
           });
}

} // namespace

Auditor::Auditor() { begin_frame(); }
Auditor::~Auditor() { seen_items().clear(); }

void Auditor::begin_frame() {
    seen_items().clear();
    if (ImGui::GetCurrentContext() != nullptr) ImGui::GetCurrentContext()->TestEngineHookItems = true;
}

std::size_t Auditor::items() const { return seen_items().size(); }

std::vector<std::string> Auditor::complaints(ui::Frame const& frame) const {
    std::map<ImGuiID, Node const*> controls;
    for (Node const& node : frame.nodes)
        if (is_control(node.role)) controls[ImHashStr(node.id.data(), node.id.size())] = &node;
    std::vector<std::string> complaints;
    for (auto const& [id, box] : seen_items()) {
        auto const found = controls.find(id);
        if (found == controls.end())
            complaints.push_back("an item at " + std::to_string(box.Min.y) + " has no node");
        else if (!is_same_box(box, found->second->bounds))
            complaints.push_back("item and node of '" + found->second->id + "' have other bounds");
    }
    return complaints;
}

std::vector<std::string> faults_in(ui::Frame const& frame, float window_width) {
    return Inspection(frame.nodes, window_width).run();
}

std::vector<std::string> clipped_texts(ui::Frame const& frame) {
    std::vector<std::string> found;
    for (Node const& node : frame.nodes)
        if (paints_label(node) && !node.label.empty() && is_clipped(node))
            found.push_back("clipped: " + node.label);
    return found;
}

} // namespace huiyin::tests
