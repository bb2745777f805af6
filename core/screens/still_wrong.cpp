#include "core/screens/still_wrong.h"

#include "core/base/find.h"

namespace huiyin::screens {

Problems still_wrong(Problems const& told, Problems now) {
    std::erase_if(now, [&](Problem const& problem) {
        return find_in(told, problem.field, &Problem::field) == told.end();
    });
    return now;
}

} // namespace huiyin::screens
