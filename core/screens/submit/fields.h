#pragma once

#include "core/domain/city.h"
#include "core/domain/draft.h"
#include "core/screens/route.h"

#include <string>
#include <string_view>

namespace huiyin::screens::submit {

/// Of one file, as on the wire.
std::string field_of(AttachmentId const& id);

/// "submit.contact.phone" for the field that is "contact.phone" on the wire.
std::string node_id(std::string_view field);

/// The page that asks for a field, named as on the wire; for one that no page asks for, the last.
SubmitPage page_of_field(std::string_view field);

/// The page that a node of a field, or of one of its choices, stands on.
SubmitPage page_of_node(std::string_view node_id);

/// The node that takes focus when a field is to be put right: of radios, the first.
std::string target_of_field(std::string_view field, Draft const& draft, City const& city);

} // namespace huiyin::screens::submit
