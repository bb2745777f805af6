#include "server/cli/arguments.h"
#include "server/cli/serve.h"

#include <iostream>

int main(int count, char** words) {
    using namespace huiyin::server;
    Arguments arguments(count, words);
    std::string const command = arguments.next_word().value_or("");
    if (command == "serve") return serve(arguments);
    std::cerr << "Usage: huiyin serve\n";
    return 2;
}
