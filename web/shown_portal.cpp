#include "web/shown.h"

namespace huiyin::web {

std::unique_ptr<app::Portal> make_shown(ui::TextEngine& text_engine, app::Start start) {
    return app::Portal::make(text_engine, std::move(start));
}

} // namespace huiyin::web
