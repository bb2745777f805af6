// Whatever stands in a catalogue: it is a message that can be filled, or a fault with a reason.
#include "i18n/message.h"
#include "tests/fuzz/fuzz.h"

using namespace huiyin::i18n;

namespace {

Message::Fillings fillings_of(Message const& message) {
    Message::Fillings fillings;
    for (auto const& [name, type] : message.places()) {
        bool const is_number = type == "plural" || type == "number";
        fillings[name] = is_number ? Message::Filling(Number(std::int64_t{5})) : Message::Filling("words");
    }
    return fillings;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static Numbers const numbers(icu::Locale("ar"), "latn");
    auto const read = Message::parse(huiyin::fuzz::text_of(data, size));
    if (auto const* message = std::get_if<Message>(&read))
        (void)message->fill(fillings_of(*message), numbers);
    else
        huiyin::fuzz::holds(!std::get<Message::Fault>(read).reason.empty());
    return 0;
}
