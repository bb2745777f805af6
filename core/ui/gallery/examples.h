#pragma once

#include "core/ui/gallery/example.h"

namespace huiyin::ui {

// Each stands beside its component, in core/ui/components/<name>_examples.cpp.
std::span<Example const> button_examples();
std::span<Example const> code_line_examples();
std::span<Example const> link_examples();
std::span<Example const> notice_examples();
std::span<Example const> progress_examples();
std::span<Example const> radios_examples();
std::span<Example const> select_examples();
std::span<Example const> summary_list_examples();
std::span<Example const> text_area_examples();
std::span<Example const> text_examples();
std::span<Example const> text_field_examples();
std::span<Example const> timeline_examples();

} // namespace huiyin::ui
