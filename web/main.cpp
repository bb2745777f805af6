#include "i18n/language.h"
#include "web/program.h"

#include <emscripten.h>

#include <cstddef>
#include <cstdlib>
#include <optional>
#include <span>
#include <vector>

// What JavaScript calls. It puts bytes into the buffer that huiyin_buffer gives and then says how many they
// are.

namespace {

using huiyin::web::Program;
using huiyin::web::WireReader;

std::vector<std::uint8_t> incoming;
std::optional<Program> program;

WireReader received(std::size_t size) { return WireReader(std::span(incoming).first(size)); }

} // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE std::uint8_t* huiyin_buffer(std::size_t size) {
    if (incoming.size() < size) incoming.resize(size);
    return incoming.data();
}

/// Room for a data package, which stays.
EMSCRIPTEN_KEEPALIVE void* huiyin_room(std::size_t size) {
    constexpr std::size_t alignment = 16;
    return std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
}

EMSCRIPTEN_KEEPALIVE bool huiyin_add_data(std::byte const* package, std::size_t size) {
    return huiyin::i18n::add_data({package, size}).is_ok();
}

EMSCRIPTEN_KEEPALIVE void huiyin_start(std::size_t size) { program.emplace(received(size)); }
EMSCRIPTEN_KEEPALIVE void huiyin_event(std::size_t size) { program->event(received(size)); }
EMSCRIPTEN_KEEPALIVE void huiyin_response(std::size_t size) { program->responded(received(size)); }
EMSCRIPTEN_KEEPALIVE void huiyin_visited(std::size_t size) { program->visited(received(size)); }
EMSCRIPTEN_KEEPALIVE void huiyin_language(std::size_t size) { program->language(received(size)); }
EMSCRIPTEN_KEEPALIVE void huiyin_file(std::size_t size) { program->file_moved(received(size)); }
EMSCRIPTEN_KEEPALIVE void huiyin_copied(bool went_well) { program->copied(went_well); }
EMSCRIPTEN_KEEPALIVE void huiyin_woken(double now_ms) { program->woken({static_cast<std::int64_t>(now_ms)}); }
EMSCRIPTEN_KEEPALIVE void huiyin_drafts(std::size_t size) { program->drafts_changed(received(size)); }
EMSCRIPTEN_KEEPALIVE void huiyin_drafts_refused() { program->drafts_refused(); }
EMSCRIPTEN_KEEPALIVE void huiyin_sharing(bool is_shared) { program->sharing_changed(is_shared); }
EMSCRIPTEN_KEEPALIVE void huiyin_connection(bool is_online) { program->connection_changed(is_online); }
EMSCRIPTEN_KEEPALIVE void huiyin_version_ready() { program->version_ready(); }
EMSCRIPTEN_KEEPALIVE void huiyin_fonts_changed() { program->fonts_changed(); }
EMSCRIPTEN_KEEPALIVE void huiyin_images_lost() { program->images_lost(); }
EMSCRIPTEN_KEEPALIVE void huiyin_places_lost() { program->places_lost(); }
EMSCRIPTEN_KEEPALIVE std::uint8_t const* huiyin_frame(std::size_t size) {
    return program->frame(received(size)).data();
}
}
