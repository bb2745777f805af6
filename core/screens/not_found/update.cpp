#include "core/screens/not_found/not_found.h"

namespace huiyin::screens::not_found {

Step<Model> update(Model model, Intent const&) { return {model, {Go{HomeRoute{}}}}; }

} // namespace huiyin::screens::not_found
