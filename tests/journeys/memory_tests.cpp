#include "tests/journeys/citizen.h"
#include "web/mirror.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <new>

namespace {

/// Blocks of memory that are in use, in the whole program.
long long blocks_in_use = 0;

void* counted(std::size_t size) {
    void* const block = std::malloc(size == 0 ? 1 : size);
    if (!block) std::abort();
    ++blocks_in_use;
    return block;
}

void given_back(void* block) {
    if (!block) return;
    --blocks_in_use;
    std::free(block);
}

} // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new(std::size_t size, std::nothrow_t const&) noexcept { return counted(size); }
void operator delete(void* block) noexcept { given_back(block); }
void operator delete(void* block, std::size_t) noexcept { given_back(block); }

using namespace huiyin;
using namespace huiyin::tests;

namespace {

constexpr int pages = 6;

/// A citizen who leafs through the pages of a submission, with the mirror kept like in the browser.
class Leafing {
public:
    explicit Leafing(Citizen& citizen) : m_person(citizen.person()) {}

    void there_and_back() {
        for (int page = 0; page < pages; ++page)
            shows(m_person.goes_back());
        for (int page = 0; page < pages; ++page)
            shows(m_person.goes_forward());
    }

private:
    void shows(Person& person) {
        m_out.clear();
        m_mirror.update(person.frame().nodes, person.frame().direction, person.focus(), m_out);
    }

    Person& m_person;
    web::Mirror m_mirror;
    web::WireWriter m_out;
};

long long blocks_after(Leafing& leafing, int changes) {
    for (int done = 0; done < changes; done += 2 * pages)
        leafing.there_and_back();
    return blocks_in_use;
}

} // namespace

BOOST_AUTO_TEST_SUITE(memory_tests)

BOOST_AUTO_TEST_CASE(ten_thousand_screens_leave_no_memory_behind) {
    int const each = 10'000 / static_cast<int>(i18n::languages().size());
    for (i18n::LanguageInfo const& language : i18n::languages()) {
        Joined joined;
        Citizen citizen(joined, std::string(language.tag));
        citizen.person().stops_auditing();
        citizen.fills_in();
        Leafing leafing(citizen);
        long long const warm = blocks_after(leafing, 200);
        BOOST_TEST(blocks_after(leafing, each) <= warm);
    }
}

BOOST_AUTO_TEST_SUITE_END()
