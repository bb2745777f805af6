#pragma once

#include "core/ui/geometry.h"
#include "web/mirror.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace huiyin::web {

/// A document object model just large enough to obey a mirror.
class ModelDom {
public:
    ModelDom();

    /// Obeys the operations; gives how many there were.
    int apply(std::span<std::uint8_t const> bytes);
    /// The whole tree as text, an element a line.
    std::string print() const;
    /// What the last apply() took out of the tree and put back, by id.
    std::set<std::string> const& moved() const { return m_moved; }
    /// What the last apply() made, by tag.
    std::multiset<std::string> const& created() const { return m_created; }

private:
    struct Item {
        std::string tag;
        std::map<std::string, std::string> attributes;
        ui::Rect place;
        std::string text;
        std::vector<std::uint32_t> starts;
        std::string look;
        std::string value;
        bool is_checked = false;
        std::string options;
        Item* parent = nullptr;
        std::vector<Item*> children;
    };
    void obey(MirrorOp op, std::uint32_t handle, WireReader& in);
    void place(Item& item, std::uint32_t parent, std::uint32_t behind);
    std::string word(WireReader& in);
    void print(Item const& item, int depth, std::string& out) const;

    std::vector<std::unique_ptr<Item>> m_items;
    std::map<std::uint32_t, Item*> m_by_handle;
    std::vector<std::string> m_words;
    std::set<std::string> m_moved;
    std::multiset<std::string> m_created;
};

} // namespace huiyin::web
