#include "core/ui/components/file_list.h"
#include "core/ui/gallery/examples.h"

#include <array>

namespace huiyin::ui {

namespace {

using i18n::tr;

FileList photographs(Stand const& stand) {
    return {.frame = {.id = stand.id,
                      .label = sample(stand, {"Photographs", "照片", "صور"}),
                      .hint = sample(stand, {"JPEG or PNG, at most 10 MB each.",
                                             "JPEG 或 PNG 格式，每张不超过 10 MB。",
                                             "بصيغة JPEG أو PNG، وبحد أقصى 10 ميغابايت لكل صورة."})}};
}

constexpr auto examples = std::to_array<Example>({
    {"empty", [](Stand const& stand) { file_list(stand.ui, photographs(stand)); }},
    {"with a camera",
     [](Stand const& stand) {
         FileList spec = photographs(stand);
         spec.camera = tr("attachments.camera");
         file_list(stand.ui, spec);
     }},
    {"on their way",
     [](Stand const& stand) {
         FileList spec = photographs(stand);
         spec.files = {{.name = "a", .title = "site at night.jpg", .bytes = 2'400'000, .share = 1},
                       {.name = "b",
                        .title = "工地.png",
                        .bytes = 740'000,
                        .share = 0.6F,
                        .note = tr("attachments.paused")},
                       {.name = "c",
                        .title = "street.jpg",
                        .bytes = 12'000'000,
                        .failure = tr("error.too_large"),
                        .may_try_again = true}};
         file_list(stand.ui, spec);
     }},
});

} // namespace

std::span<Example const> file_list_examples() { return examples; }

} // namespace huiyin::ui
