#pragma once

#include "server/api/context.h"

namespace huiyin::server {

// What the city offers, and whether the server is well.
Answer show_alive(Context const&, Request const&);
Answer show_ready(Context const&, Request const&);
Answer show_catalog(Context const&, Request const&);

// The citizen's calls.
/// Keeps nothing of the text.
Answer guess_language(Context const&, Request const&);
Prepared submit_case(Context const&, Request const&);
Answer show_case(Context const&, Request const&);
Prepared add_message(Context const&, Request const&);
Prepared give_feedback(Context const&, Request const&);
Prepared reopen_case(Context const&, Request const&);
Prepared withdraw_case(Context const&, Request const&);

Answer show_attachment(Context const&, Request const&);

// Uploads, by tus 1.0.
Answer show_upload_capabilities(Context const&, Request const&);
Prepared begin_upload(Context const&, Request const&);
FromDisk show_upload(Context const&, Request const&);
Prepared end_upload(Context const&, Request const&);

// The staff's calls.
Prepared sign_in(Context const&, Request const&);
Answer list_sessions(Context const&, Request const&);
/// All of one's own.
Prepared end_sessions(Context const&, Request const&);
/// One of one's own; "current" signs out.
Prepared end_session(Context const&, Request const&);
/// Proves who one is like a sign-in, and begins the only session that one has then.
Prepared change_password(Context const&, Request const&);
Answer list_members(Context const&, Request const&);
Prepared disable_member(Context const&, Request const&);
Answer list_cases(Context const&, Request const&);
Answer show_staff_case(Context const&, Request const&);
Prepared take_step(Context const&, Request const&);
Prepared translate_reply(Context const&, Request const&);
Answer show_attachment_to_staff(Context const&, Request const&);

} // namespace huiyin::server
