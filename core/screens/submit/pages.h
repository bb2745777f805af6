#pragma once

#include "core/screens/submit/submit.h"
#include "core/ui/components/field.h"
#include "core/ui/ui.h"

#include <functional>
#include <string>
#include <string_view>

namespace huiyin::screens::submit {

/// What every page of the submission draws from.
struct Page {
    ui::Ui& ui;
    Model const& model;
    City const& city;
    Emit const& emit;
};

void nature_view(Page const& page);
void category_view(Page const& page);
void place_view(Page const& page);
void description_view(Page const& page);
void contact_view(Page const& page);
void check_view(Page const& page);

/// Label, hint and problem of a field, which is named as on the wire.
ui::FieldFrame field_frame(Page const& page, std::string_view field);
/// A text field that tells what was typed.
void text_field_view(Page const& page, TextOf field, ui::TextField const& spec);
/// What is asked, and the way on; Enter in a field goes on too.
void questions_view(Page const& page, std::function<void()> const& questions);
/// What stands for the language of the text: what is known of it, else that of the page.
LanguageTag shown_language(Page const& page);
/// Of the category chosen; general before one is.
Urgency chosen_urgency(Page const& page);

} // namespace huiyin::screens::submit
