#include "i18n/language.h"

#include <unicode/udata.h>

namespace huiyin::i18n {

Result<Done> add_data(std::span<std::byte const> package) {
    bool const is_aligned = reinterpret_cast<std::uintptr_t>(package.data()) % 16 == 0;
    if (!is_aligned) return Error{"data_malformed", "the package does not lie on a 16-byte boundary"};
    UErrorCode status = U_ZERO_ERROR;
    udata_setFileAccess(UDATA_NO_FILES, &status);
    udata_setCommonData(package.data(), &status);
    // With a warning ICU says that it has no more room (tools/cmake/icu.cmake makes enough).
    if (status != U_ZERO_ERROR) return Error{"data_malformed", "ICU does not take the package"};
    return Done{};
}

} // namespace huiyin::i18n
