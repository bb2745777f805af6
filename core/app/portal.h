#pragma once

#include "core/app/shell.h"
#include "core/ui/frame.h"
#include "core/ui/text_engine.h"
#include "i18n/language.h"

#include <memory>
#include <string>
#include <string_view>

namespace huiyin::screens::submit {
struct FileMoved;
}

namespace huiyin::app {

/// The portal as its shell sees it: facts go in, frames and orders come out. The browser and the tests'
/// person both drive this one class.
class Portal {
public:
    /// The first orders are to load a language; until it is there frames are empty.
    static std::unique_ptr<Portal> make(ui::TextEngine& text_engine, Start start);
    virtual ~Portal() = default;

    // Facts. `now` moves the portal's clock; it has no other.
    virtual void language_loaded(std::string_view tag, std::string_view catalogue_json) = 0;
    virtual void language_failed(std::string_view tag) = 0;
    virtual void responded(std::uint64_t fetch_id, protocol::Response response) = 0;
    /// Back, Forward, or an address typed.
    virtual void visited(std::string_view path, std::string_view fragment) = 0;
    virtual void copied(bool went_well) = 0;
    /// How a file fares that was ordered to be sent.
    virtual void file_moved(screens::submit::FileMoved const& moved) = 0;
    virtual void woken(Instant now) = 0;
    /// All that is kept by now, behind every order so far: another tab has kept or dropped something, or
    /// something was sent.
    virtual void drafts_changed(std::vector<KeptDraft> drafts) = 0;
    /// The browser does not let us keep drafts.
    virtual void drafts_refused() = 0;
    /// Another tab was told whether the computer is shared.
    virtual void sharing_changed(bool is_shared) = 0;
    virtual void connection_changed(bool is_online) = 0;
    /// A new version of the portal waits for TakeVersion.
    virtual void version_ready() = 0;

    /// Delivers the events, draws the screen, applies the intents and returns what is to be shown.
    virtual ui::Frame const& frame(ui::FrameInput const& input, Instant now) = 0;
    /// Orders since the last call, in their order.
    virtual ShellOrders take_orders() = 0;
};

} // namespace huiyin::app
