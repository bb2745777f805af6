#pragma once

#include "core/app/shell.h"
#include "core/screens/begun.h"
#include "core/screens/submit/submit.h"

namespace huiyin::app {

/// Forgets the files of a case that nobody wants any more; what belongs to a case that was sent stays with
/// it.
ShellOrders files_dropped(screens::BegunCase const& begun);

/// This visit no longer sends the files of a case that is gone from the device; a tab with that case in its
/// form may.
ShellOrders files_left(screens::BegunCase const& begun);

/// What an earlier visit has left unsent goes on as it was made ready; the shell tells if it is lost.
ShellOrders files_continued(screens::submit::Model const& form);

/// Nothing for a file that is not in the form.
ShellOrders file_sent(screens::submit::Model const& form, screens::SendFile const& send);

/// Notes in a case that is not in the form that all of a file is there. Whether that is to be kept.
bool note_arrival(screens::BegunCase& begun, screens::submit::FileMoved const& moved);

/// What another tab has sent all of is there for this one too.
void take_arrivals(Draft& draft, Draft const& kept);

} // namespace huiyin::app
