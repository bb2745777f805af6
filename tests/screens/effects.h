#pragma once

#include "core/base/match.h"
#include "core/screens/effect.h"

#include <ostream>
#include <vector>

namespace huiyin::screens {

inline std::ostream& operator<<(std::ostream& out, Effect const& effect) {
    match(
        effect,
        [&](SendCase const& send) {
            out << "SendCase " << send.submission.description << " under " << send.idempotency_key;
        },
        [&](GuessLanguage const& guess) { out << "GuessLanguage " << guess.text; },
        [&](OpenCase const& open) { out << "OpenCase " << open.key.number; },
        [&](SendMessage const& send) { out << "SendMessage " << send.text; },
        [&](SendFeedback const&) { out << "SendFeedback"; },
        [&](SendReopen const& send) { out << "SendReopen " << send.reason; },
        [&](SendWithdraw const&) { out << "SendWithdraw"; }, [&](SaveDraft const&) { out << "SaveDraft"; },
        [&](TakeReceipt const&) { out << "TakeReceipt"; }, [&](BeginDraft) { out << "BeginDraft"; },
        [&](OpenDraft const& open) { out << "OpenDraft " << open.id; },
        [&](DeleteDraft const& drop) { out << "DeleteDraft " << drop.id; },
        [&](DeleteAllDrafts) { out << "DeleteAllDrafts"; },
        [&](ShowReceipt const& show) { out << "ShowReceipt " << show.id; },
        [&](KeepNothing const& keep) { out << "KeepNothing " << keep.is_shared; },
        [&](TrySending) { out << "TrySending"; },
        [&](SaveCase const& save) { out << "SaveCase " << save.shown.number; },
        [&](Print) { out << "Print"; },
        [&](Go const& go) { out << "Go " << go.to << (go.history == History::Push ? "" : " in place"); },
        [&](Focus const& focus) { out << "Focus " << focus.id; },
        [&](Announce const& announce) { out << "Announce " << announce.text; },
        [&](Copy const& copy) { out << "Copy " << copy.text; },
        [&](KeepSettings const& keep) { out << "KeepSettings " << keep.text; },
        [&](ShowPlain const& show) { out << "ShowPlain " << show.is_plain; },
        [&](SendFile const& send) { out << "SendFile " << send.id; },
        [&](DropFile const& drop) { out << "DropFile " << drop.id; },
        [&](FetchFile const& fetch) { out << "FetchFile " << fetch.attachment.id; });
    return out;
}

} // namespace huiyin::screens

namespace huiyin::tests {

/// The orders of one kind, in their order.
template <class Order>
std::vector<Order> orders(screens::Effects const& effects) {
    std::vector<Order> found;
    for (screens::Effect const& effect : effects)
        if (auto const* const order = std::get_if<Order>(&effect)) found.push_back(*order);
    return found;
}

template <class Order>
bool has_order(screens::Effects const& effects, Order const& wanted) {
    for (Order const& order : orders<Order>(effects))
        if (order == wanted) return true;
    return false;
}

} // namespace huiyin::tests
