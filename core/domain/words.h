#pragma once

#include "core/base/names.h"
#include "core/base/strong_id.h"

namespace huiyin {

/// Dotted path in the category tree, "environment.noise".
using CategoryId = StrongId<struct CategoryIdTag>;
using DistrictId = StrongId<struct DistrictIdTag>;
/// The responsible unit's name as the hotline writes it.
using UnitName = StrongId<struct UnitNameTag>;
/// BCP 47.
using LanguageTag = StrongId<struct LanguageTagTag>;

/// 诉求性质: what the citizen wants of the city.
enum class Nature { Consultation, Help, Complaint, Report, Suggestion, Praise };
template <>
struct Names<Nature> {
    static constexpr auto all = named_values<Nature>({{Nature::Consultation, "consultation"},
                                                      {Nature::Help, "help"},
                                                      {Nature::Complaint, "complaint"},
                                                      {Nature::Report, "report"},
                                                      {Nature::Suggestion, "suggestion"},
                                                      {Nature::Praise, "praise"}});
};

/// 紧急程度: decides which limits the clocks have.
enum class Urgency { LifeSafety, BasicLivelihood, General };
template <>
struct Names<Urgency> {
    static constexpr auto all = named_values<Urgency>({{Urgency::LifeSafety, "life_safety"},
                                                       {Urgency::BasicLivelihood, "basic_livelihood"},
                                                       {Urgency::General, "general"}});
};

/// Who may learn the citizen's name: everyone, only the hotline, nobody.
enum class Visibility { PublicName, Confidential, Anonymous };
template <>
struct Names<Visibility> {
    static constexpr auto all = named_values<Visibility>({{Visibility::PublicName, "public_name"},
                                                          {Visibility::Confidential, "confidential"},
                                                          {Visibility::Anonymous, "anonymous"}});
};

enum class Channel { Web, Kiosk, Staff };
template <>
struct Names<Channel> {
    static constexpr auto all =
        named_values<Channel>({{Channel::Web, "web"}, {Channel::Kiosk, "kiosk"}, {Channel::Staff, "staff"}});
};

enum class PreferredContact { Phone, Email };
template <>
struct Names<PreferredContact> {
    static constexpr auto all = named_values<PreferredContact>(
        {{PreferredContact::Phone, "phone"}, {PreferredContact::Email, "email"}});
};

/// 环节: where the case is in its life (接 转 回 批 办 复).
enum class Stage {
    Received,
    Dispatched,
    Contacted,
    Instructed,
    Handling,
    AwaitingCitizen,
    Replied,
    Closed,
    Reopened,
    Withdrawn,
    Merged,
};
template <>
struct Names<Stage> {
    static constexpr auto all = named_values<Stage>({{Stage::Received, "received"},
                                                     {Stage::Dispatched, "dispatched"},
                                                     {Stage::Contacted, "contacted"},
                                                     {Stage::Instructed, "instructed"},
                                                     {Stage::Handling, "handling"},
                                                     {Stage::AwaitingCitizen, "awaiting_citizen"},
                                                     {Stage::Replied, "replied"},
                                                     {Stage::Closed, "closed"},
                                                     {Stage::Reopened, "reopened"},
                                                     {Stage::Withdrawn, "withdrawn"},
                                                     {Stage::Merged, "merged"}});
};

/// What moves a case, or is added to it.
enum class Step {
    Submit,
    Dispatch,
    Contact,
    Instruct,
    Handle,
    AskCitizen,
    Reply,
    Close,
    Merge,
    Message,
    Feedback,
    Reopen,
    Withdraw,
};
template <>
struct Names<Step> {
    static constexpr auto all = named_values<Step>({{Step::Submit, "submit"},
                                                    {Step::Dispatch, "dispatch"},
                                                    {Step::Contact, "contact"},
                                                    {Step::Instruct, "instruct"},
                                                    {Step::Handle, "handle"},
                                                    {Step::AskCitizen, "ask_citizen"},
                                                    {Step::Reply, "reply"},
                                                    {Step::Close, "close"},
                                                    {Step::Merge, "merge"},
                                                    {Step::Message, "message"},
                                                    {Step::Feedback, "feedback"},
                                                    {Step::Reopen, "reopen"},
                                                    {Step::Withdraw, "withdraw"}});
};

/// What a member of the staff is there for.
enum class Role { Dispatcher, Unit, Interpreter, Admin };
template <>
struct Names<Role> {
    static constexpr auto all = named_values<Role>({{Role::Dispatcher, "dispatcher"},
                                                    {Role::Unit, "unit"},
                                                    {Role::Interpreter, "interpreter"},
                                                    {Role::Admin, "admin"}});
};

/// Who takes a step.
enum class Actor { Citizen, Hotline, Unit };
template <>
struct Names<Actor> {
    static constexpr auto all = named_values<Actor>(
        {{Actor::Citizen, "citizen"}, {Actor::Hotline, "hotline"}, {Actor::Unit, "unit"}});
};

/// What a reply says became of the matter; a case is never shown as simply "fixed".
enum class Outcome { Resolved, Partial, Unresolvable, NotJustified };
template <>
struct Names<Outcome> {
    static constexpr auto all = named_values<Outcome>({{Outcome::Resolved, "resolved"},
                                                       {Outcome::Partial, "partial"},
                                                       {Outcome::Unresolvable, "unresolvable"},
                                                       {Outcome::NotJustified, "not_justified"}});
};

/// Who or what put a reply into another language.
enum class TranslatorKind { Person, Machine };
template <>
struct Names<TranslatorKind> {
    static constexpr auto all = named_values<TranslatorKind>(
        {{TranslatorKind::Person, "person"}, {TranslatorKind::Machine, "machine"}});
};

/// The citizen's own answer to "Is it resolved?".
enum class Resolved { Yes, Partly, No };
template <>
struct Names<Resolved> {
    static constexpr auto all =
        named_values<Resolved>({{Resolved::Yes, "yes"}, {Resolved::Partly, "partly"}, {Resolved::No, "no"}});
};

/// The citizen's own answer to "Did the unit contact you?".
enum class Contacted { Yes, No };
template <>
struct Names<Contacted> {
    static constexpr auto all = named_values<Contacted>({{Contacted::Yes, "yes"}, {Contacted::No, "no"}});
};

/// 非常满意 … 非常不满意.
enum class Satisfaction { VerySatisfied, Satisfied, Neutral, Dissatisfied, VeryDissatisfied };
template <>
struct Names<Satisfaction> {
    static constexpr auto all =
        named_values<Satisfaction>({{Satisfaction::VerySatisfied, "very_satisfied"},
                                    {Satisfaction::Satisfied, "satisfied"},
                                    {Satisfaction::Neutral, "neutral"},
                                    {Satisfaction::Dissatisfied, "dissatisfied"},
                                    {Satisfaction::VeryDissatisfied, "very_dissatisfied"}});
};

enum class ClockKind { Dispatch, Reply };
template <>
struct Names<ClockKind> {
    static constexpr auto all =
        named_values<ClockKind>({{ClockKind::Dispatch, "dispatch"}, {ClockKind::Reply, "reply"}});
};

/// Late is a clock that was met, but after its time.
enum class ClockState { Running, Paused, Met, Late, Overdue, Cancelled };
template <>
struct Names<ClockState> {
    static constexpr auto all = named_values<ClockState>({{ClockState::Running, "running"},
                                                          {ClockState::Paused, "paused"},
                                                          {ClockState::Met, "met"},
                                                          {ClockState::Late, "late"},
                                                          {ClockState::Overdue, "overdue"},
                                                          {ClockState::Cancelled, "cancelled"}});
};

/// Hours run around the clock, working days follow the official calendar.
enum class ClockBasis { Hours, CalendarDays, WorkingDays };
template <>
struct Names<ClockBasis> {
    static constexpr auto all = named_values<ClockBasis>({{ClockBasis::Hours, "hours"},
                                                          {ClockBasis::CalendarDays, "calendar_days"},
                                                          {ClockBasis::WorkingDays, "working_days"}});
};

} // namespace huiyin
