#include "server/cli/complaints.h"

#include <iostream>

namespace huiyin::server {

int complain(Error const& error, std::string_view usage) {
    if (error.code == "usage") {
        std::cerr << error.detail << "\n\n" << usage;
        return 2;
    }
    std::cerr << "huiyin: " << error.detail << " (" << error.code << ")\n";
    return 1;
}

} // namespace huiyin::server
