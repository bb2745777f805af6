#include "core/screens/submit/fields.h"

#include <algorithm>
#include <array>

namespace huiyin::screens::submit {

namespace {

struct Field {
    std::string_view name;
    SubmitPage page;
};

/// What the pages ask for, named as on the wire. "top" is only the way to a category.
constexpr std::array<Field, 10> fields = {{
    {"nature", SubmitPage::Nature},
    {"top", SubmitPage::Category},
    {"category", SubmitPage::Category},
    {"district", SubmitPage::Place},
    {"address", SubmitPage::Place},
    {"description", SubmitPage::Description},
    {"language", SubmitPage::Description},
    {"attachments", SubmitPage::Description},
    {"visibility", SubmitPage::Contact},
    {"contact", SubmitPage::Contact},
}};

/// "contact.phone" lies in "contact"; "contacted" does not.
bool lies_in(std::string_view name, std::string_view group) {
    return name.starts_with(group) && (name.size() == group.size() || name[group.size()] == '.');
}

template <Named E>
std::string first_choice(std::string_view field) {
    return node_id(field) + "." + std::string(Names<E>::all.front().second);
}

std::string target_of_category(Draft const& draft, City const& city) {
    Category const* const top = city.find(CategoryId{draft.category_top});
    if (top != nullptr && !top->children.empty())
        return node_id("category") + "." + top->children.front().id.value;
    return node_id("top") + "." + (city.categories.empty() ? "" : city.categories.front().id.value);
}

} // namespace

std::string field_of(AttachmentId const& id) { return "attachments." + id.value; }

std::string node_id(std::string_view field) { return "submit." + std::string(field); }

SubmitPage page_of_field(std::string_view field) {
    auto const* const found = std::find_if(fields.begin(), fields.end(),
                                           [&](Field const& each) { return lies_in(field, each.name); });
    return found == fields.end() ? SubmitPage::Check : found->page;
}

SubmitPage page_of_node(std::string_view node_id) {
    constexpr std::string_view screen = "submit.";
    return node_id.starts_with(screen) ? page_of_field(node_id.substr(screen.size())) : SubmitPage::Check;
}

std::string target_of_field(std::string_view field, Draft const& draft, City const& city) {
    if (field == "nature") return first_choice<Nature>(field);
    if (field == "category") return target_of_category(draft, city);
    if (field == "visibility") return first_choice<Visibility>(field);
    if (lies_in(field, "attachments")) return node_id("attachments");
    if (field == "contact") return node_id("contact.phone");
    return page_of_field(field) == SubmitPage::Check ? node_id("send") : node_id(field);
}

} // namespace huiyin::screens::submit
