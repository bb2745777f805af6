#pragma once

#include "core/ui/gallery/example.h"

namespace huiyin::ui {

// Each stands beside its component, in core/ui/components/<name>_examples.cpp.
std::span<Example const> accordion_examples();
std::span<Example const> announcement_examples();
std::span<Example const> button_examples();
std::span<Example const> card_list_examples();
std::span<Example const> chart_examples();
std::span<Example const> checkboxes_examples();
std::span<Example const> clock_examples();
std::span<Example const> code_line_examples();
std::span<Example const> date_field_examples();
std::span<Example const> dialog_examples();
std::span<Example const> file_list_examples();
std::span<Example const> inset_examples();
std::span<Example const> language_picker_examples();
std::span<Example const> link_examples();
std::span<Example const> notice_examples();
std::span<Example const> notification_examples();
std::span<Example const> pagination_examples();
std::span<Example const> progress_examples();
std::span<Example const> qr_code_examples();
std::span<Example const> radios_examples();
std::span<Example const> rating_examples();
std::span<Example const> search_select_examples();
std::span<Example const> select_examples();
std::span<Example const> skeleton_examples();
std::span<Example const> stepper_examples();
std::span<Example const> summary_list_examples();
std::span<Example const> table_examples();
std::span<Example const> tabs_examples();
std::span<Example const> tag_examples();
std::span<Example const> text_examples();
std::span<Example const> text_area_examples();
std::span<Example const> text_field_examples();
std::span<Example const> timeline_examples();
std::span<Example const> ways_examples();

} // namespace huiyin::ui
