#include "tests/web/model_dom.h"

#include "core/base/verify.h"

#include <algorithm>
#include <sstream>

namespace huiyin::web {

namespace {

std::string read_look(WireReader& in, std::string const& lang, float size, int weight, int family) {
    std::ostringstream look;
    look << size << "px " << weight << " " << family << " " << lang;
    for (int left = 3; left > 0; --left)
        look << " " << in.real();
    look << " " << static_cast<int>(in.byte());
    look << " " << in.real();
    look << " " << in.real();
    return look.str();
}

std::string read_options(WireReader& in) {
    std::string options;
    for (std::uint32_t left = in.number(); left > 0; --left) {
        options += in.text() + "=";
        options += in.text() + "(";
        options += in.text() + ") ";
    }
    return options;
}

} // namespace

ModelDom::ModelDom() {
    m_items.push_back(std::make_unique<Item>());
    m_items.front()->tag = "mirror";
    m_by_handle[0] = m_items.front().get();
}

std::string ModelDom::word(WireReader& in) {
    std::uint32_t const number = in.number();
    VERIFY(number <= m_words.size());
    if (number == m_words.size()) m_words.push_back(in.text());
    return m_words[number];
}

int ModelDom::apply(std::span<std::uint8_t const> bytes) {
    m_moved.clear();
    m_created.clear();
    WireReader in(bytes);
    int count = 0;
    for (auto op = MirrorOp(in.byte()); op != MirrorOp::End; op = MirrorOp(in.byte())) {
        std::uint32_t const handle = in.number();
        obey(op, handle, in);
        ++count;
    }
    VERIFY(in.is_at_end());
    return count;
}

void ModelDom::place(Item& item, std::uint32_t parent, std::uint32_t behind) {
    Item* const target = m_by_handle.at(parent);
    for (Item const* above = target; above; above = above->parent)
        VERIFY(above != &item);
    if (item.parent) {
        m_moved.insert(item.attributes["id"]);
        std::erase(item.parent->children, &item);
    }
    auto const at = behind == 0
                        ? target->children.end()
                        : std::find(target->children.begin(), target->children.end(), m_by_handle.at(behind));
    VERIFY(behind == 0 || at != target->children.end());
    target->children.insert(at, &item);
    item.parent = target;
}

void ModelDom::obey(MirrorOp op, std::uint32_t handle, WireReader& in) {
    if (op == MirrorOp::Create) {
        m_items.push_back(std::make_unique<Item>());
        m_by_handle[handle] = m_items.back().get();
    }
    Item& item = *m_by_handle.at(handle);
    switch (op) {
    case MirrorOp::End: break;
    case MirrorOp::Create:
        item.tag = word(in);
        in.text();
        m_created.insert(item.tag);
        break;
    case MirrorOp::Remove:
        VERIFY(item.parent);
        std::erase(item.parent->children, &item);
        item.parent = nullptr;
        break;
    case MirrorOp::Place: {
        std::uint32_t const parent = in.number();
        place(item, parent, in.number());
        break;
    }
    case MirrorOp::SetAttribute: {
        std::string const name = word(in);
        item.attributes[name] = in.text();
        break;
    }
    case MirrorOp::RemoveAttribute: VERIFY(item.attributes.erase(word(in)) == 1); break;
    case MirrorOp::Move:
        item.place.x = in.real();
        item.place.y = in.real();
        item.place.width = in.real();
        item.place.height = in.real();
        break;
    case MirrorOp::SetText:
        item.text = in.text();
        item.starts.clear();
        for (std::uint32_t left = in.number(); left > 0; --left)
            item.starts.push_back(in.number());
        break;
    case MirrorOp::SetLook: {
        float const size = in.real();
        int const weight = in.byte();
        int const family = in.byte();
        item.look = read_look(in, word(in), size, weight, family);
        break;
    }
    case MirrorOp::SetValue: item.value = in.text(); break;
    case MirrorOp::SetChecked: item.is_checked = in.flag(); break;
    case MirrorOp::SetOptions: item.options = read_options(in); break;
    }
}

std::string ModelDom::print() const {
    std::string out;
    print(*m_items.front(), 0, out);
    return out;
}

void ModelDom::print(Item const& item, int depth, std::string& out) const {
    std::ostringstream line;
    line << std::string(static_cast<std::size_t>(depth), ' ') << item.tag;
    for (auto const& [name, value] : item.attributes)
        line << " " << name << "=\"" << value << "\"";
    line << " [" << item.place << "] '" << item.text << "'";
    for (std::uint32_t const start : item.starts)
        line << " |" << start;
    if (!item.look.empty()) line << " look " << item.look;
    if (!item.value.empty()) line << " value '" << item.value << "'";
    if (item.is_checked) line << " checked";
    if (!item.options.empty()) line << " options " << item.options;
    out += line.str() + "\n";
    for (Item const* child : item.children)
        print(*child, depth + 1, out);
}

} // namespace huiyin::web
