#include "core/screens/receipt/receipt.h"
#include "tests/screens/effects.h"

#include <boost/test/unit_test.hpp>

using namespace huiyin;
using namespace huiyin::screens;
using namespace huiyin::screens::receipt;
using namespace huiyin::tests;

namespace {

Model with_receipt(std::string code = "7Q4M-0K9T-AB12-CD34") {
    return {.receipt =
                Receipt{.number = CaseNumber::make({2026, 11, 20}, 123), .access_code = std::move(code)}};
}

screens::Step<Model> after(Model model, std::vector<Intent> const& intents) {
    screens::Step<Model> step{std::move(model)};
    for (Intent const& intent : intents)
        step = receipt::update(std::move(step.model), intent);
    return step;
}

} // namespace

BOOST_AUTO_TEST_SUITE(receipt_tests)

BOOST_AUTO_TEST_CASE(number_and_code_are_copied_as_they_are_shown) {
    BOOST_TEST(has_order(after(with_receipt(), {NumberCopyPressed{}}).effects,
                         Copy{with_receipt().receipt->number.text()}));
    BOOST_TEST(has_order(after(with_receipt(), {CodeCopyPressed{}}).effects, Copy{"7Q4M-0K9T-AB12-CD34"}));
}

BOOST_AUTO_TEST_CASE(only_what_the_clipboard_has_taken_counts_as_copied) {
    auto step = after(with_receipt(), {CodeCopyPressed{}});
    BOOST_TEST((step.model.copying == Copying{Line::Code, Copying::State::Asked}));
    step = after(step.model, {CopyFinished{true}});
    BOOST_TEST((step.model.copying == Copying{Line::Code, Copying::State::Copied}));
    BOOST_TEST(has_order(step.effects, Announce{i18n::tr("receipt.code.copied")}));
    step = after(step.model, {NumberCopyPressed{}, CopyFinished{true}});
    BOOST_TEST((step.model.copying == Copying{Line::Number, Copying::State::Copied}));
    BOOST_TEST(has_order(step.effects, Announce{i18n::tr("receipt.number.copied")}));
}

BOOST_AUTO_TEST_CASE(a_browser_that_refuses_is_told_how_to_copy_by_hand) {
    auto const step = after(with_receipt(), {CodeCopyPressed{}, CopyFinished{false}});
    BOOST_TEST((step.model.copying == Copying{Line::Code, Copying::State::Refused}));
    BOOST_TEST(has_order(step.effects, Announce{i18n::tr("receipt.copy_refused")}));
}

BOOST_AUTO_TEST_CASE(an_answer_of_the_clipboard_that_nobody_asked_for_is_not_told) {
    auto const step = after(with_receipt(), {CopyFinished{true}});
    BOOST_TEST(step.effects.empty());
    BOOST_TEST((step.model == with_receipt()));
}

BOOST_AUTO_TEST_CASE(without_a_receipt_nothing_is_copied) {
    BOOST_TEST(after({}, {NumberCopyPressed{}}).effects.empty());
    BOOST_TEST(after({}, {CodeCopyPressed{}}).effects.empty());
}

BOOST_AUTO_TEST_CASE(the_case_opens_without_its_code_being_typed) {
    auto const step = after(with_receipt(), {TrackPressed{}});
    CaseKey const key{with_receipt().receipt->number, *AccessCode::read("7Q4M0K9TAB12CD34")};
    BOOST_TEST(has_order(step.effects, OpenCase{key}));
    BOOST_TEST(has_order(step.effects, Go{CaseRoute{}}));
}

BOOST_AUTO_TEST_CASE(without_a_code_that_can_be_read_the_form_asks_for_it) {
    for (Model const& model : {Model{}, with_receipt("nonsense!")}) {
        auto const step = after(model, {TrackPressed{}});
        BOOST_TEST(step.effects.size() == 1U);
        BOOST_TEST(has_order(step.effects, Go{TrackRoute{}}));
    }
}

BOOST_AUTO_TEST_CASE(there_is_a_way_to_the_start) {
    BOOST_TEST(has_order(after(with_receipt(), {HomeFollowed{}}).effects, Go{HomeRoute{}}));
}

BOOST_AUTO_TEST_SUITE_END()
