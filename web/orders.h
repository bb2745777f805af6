#pragma once

#include "core/app/shell.h"
#include "web/wire.h"

#include <cstdint>

namespace huiyin::web {

/// How orders.js tells the orders apart.
enum class OrderKind : std::uint8_t {
    End = 0,
    Fetch = 1, ///< id (as text), method, target, number of headers, names and values, body, time-out in ms
    Keep = 2,  ///< name, whether there is a text, the text
    Visit = 3, ///< url, whether it adds to the history
    FocusNode = 4,    ///< id
    Say = 5,          ///< words, whether they interrupt
    CopyText = 6,     ///< text
    LoadLanguage = 7, ///< tag
    Wake = 8,         ///< moment in ms since 1970
    ShowPlain = 9,    ///< whether without the canvas
    KeepDraft = 10,   ///< id, text, whether there is a request, as in Fetch, and an answer: status, body
    DropDraft = 11,   ///< id
    DropAllDrafts = 12,
    UseDraft = 13, ///< id
    SendWaiting = 14,
    TakeVersion = 15,
    SaveFile = 16, ///< name, text
    PrintPage = 17,
    SendFile =
        30, ///< id, name, whether it is made smaller, whether metadata are kept, id of the former version
    DropFile = 31,  ///< id
    FetchFile = 32, ///< the request as in Fetch, name
    LeaveFile = 33, ///< id
};

/// Writes the orders, OrderKind::End last.
void write_orders(app::ShellOrders const& orders, WireWriter& out);

} // namespace huiyin::web
