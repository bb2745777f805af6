#pragma once

#include "core/base/result.h"
#include "core/domain/case.h"
#include "server/store/case_store.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace huiyin::server {

/// Writes the e-mails by which citizens learn that their case has moved, each in the citizen's language.
class Notices {
public:
    /// `address` is where the portal is read, "https://12345.example/track".
    explicit Notices(std::string address);
    Notices(Notices&&) noexcept;
    ~Notices();

    /// The notice that a step is worth; nothing for one without, or without an e-mail address.
    std::optional<Notice> about(Case const& subject, Step step) const;

private:
    struct Words;

    std::string m_address;
    std::unique_ptr<Words> m_words;
};

/// Whom notices are handed to. True when it has them, and is answerable for them from then on.
using Carrier = std::function<bool(std::string const& message)>;

/// Hands over what is due, and keeps what was not taken for another try, each later than the one before. A
/// notice is forgotten only behind its hand-over, so that one may be sent twice but none is lost; what nobody
/// has taken for days is given up and told to `report`, without its recipient. How many were handed over.
Result<int> hand_over(CaseWriter& cases, std::string const& sender, Carrier const& carrier,
                      std::function<void(Error const&)> const& report, Instant now);

/// A notice as mail programs take it (RFC 5322), its recipient in its head.
std::string mail_of(WaitingNotice const& waiting, std::string const& sender);

} // namespace huiyin::server
