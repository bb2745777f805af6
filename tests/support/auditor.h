#pragma once

#include "core/ui/frame.h"

#include <string>
#include <vector>

namespace huiyin::tests {

/// Watches what Dear ImGui was told of as items, and compares it with what was recorded as nodes.
/// At most one is alive.
class Auditor {
public:
    Auditor();
    ~Auditor();
    Auditor(Auditor const&) = delete;
    Auditor& operator=(Auditor const&) = delete;

    void begin_frame();
    /// Items without a node or with other bounds, in words; empty when all is well.
    std::vector<std::string> complaints(ui::Frame const& frame) const;
    std::size_t items() const;
};

/// What must hold of every frame of every screen, in words: ids once, parents first, names for all that can
/// be used, targets large enough, nothing beside the window, references that lead somewhere.
std::vector<std::string> faults_in(ui::Frame const& frame, float window_width);

/// Texts that do not fit what is painted for them, in words: a line wider than the room for it, more lines
/// than it is high.
std::vector<std::string> clipped_texts(ui::Frame const& frame);

} // namespace huiyin::tests
