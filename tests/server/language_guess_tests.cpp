#include "server/api/language_guess.h"

#include <boost/test/unit_test.hpp>

#include <string_view>

namespace huiyin::server::tests {

namespace {

/// What people write to a hotline, and in which language.
struct Sample {
    std::string_view tag;
    std::string_view text;
};

constexpr Sample samples[] = {
    {"zh-Hans", "楼下的施工队每天夜里都在打桩，已经三个星期了。"},
    {"zh-Hans", "小区电梯坏了，老人上下楼很困难，请尽快修理。"},
    {"zh-Hant", "樓下的施工隊每天夜裡都在打樁，已經三個星期了。"},
    {"zh-Hant", "社區電梯壞了，老人上下樓很困難，請盡快修理。"},
    {"en", "The building site below us drives piles every night."},
    {"en", "My lift is broken and nobody answers the phone."},
    {"ko", "아래층 공사장에서 매일 밤 말뚝을 박습니다."},
    {"ja", "下の工事現場で毎晩杭打ちをしていて眠れません。"},
    {"fr", "Le chantier en bas travaille toutes les nuits depuis trois semaines."},
    {"de", "Die Baustelle unter uns arbeitet seit drei Wochen jede Nacht."},
    {"es", "La obra de abajo trabaja todas las noches desde hace tres semanas."},
    {"ru", "Стройка под нашими окнами работает каждую ночь уже три недели."},
    {"ar", "ورشة البناء تحت منزلنا تعمل كل ليلة منذ ثلاثة أسابيع."},
    {"fa", "کارگاه ساختمانی زیر خانه ما سه هفته است که هر شب کار "
           "می‌کند."},
    {"cs", "Staveniště pod našimi okny pracuje už tři týdny každou noc."},
    {"fi", "Alapuolella oleva työmaa on meluisa joka yö jo kolmatta viikkoa."},
    {"kk", "Астыңғы қабаттағы құрылыс үш апта бойы күн сайын түнде жұмыс істейді."},
    {"nl", "De bouwplaats onder ons werkt al drie weken elke nacht door."},
    {"ro", "Șantierul de sub noi lucrează în fiecare noapte de trei săptămâni."},
    {"pt", "A obra aqui em baixo trabalha todas as noites há três semanas."},
    {"it", "Il cantiere sotto casa lavora ogni notte da tre settimane."},
    {"th", "ไซต์ก่อสร้างด้านล่างทำงานเสียงดังทุกคืนมาสามสัปดาห์แล้ว"},
    {"vi", "Công trường bên dưới làm việc mỗi đêm đã ba tuần nay."},
    {"id", "Proyek bangunan di bawah kami bekerja setiap malam sejak tiga minggu lalu."},
    {"hi", "नीचे की इमारत का काम तीन हफ़्ते से हर रात चल रहा है।"},
    {"mn", "Доод талын барилгын ажил гурван долоо хоногийн турш шөнө бүр үргэлжилж байна."},
    {"tr", "Aşağıdaki inşaat üç haftadır her gece çalışıyor."},
    {"pl", "Budowa pod nami pracuje co noc od trzech tygodni."},
    {"sv", "Byggarbetsplatsen under oss arbetar varje natt sedan tre veckor."},
    {"uk", "Будівництво під нашими вікнами працює щоночі вже три тижні."},
    {"he", "אתר הבנייה מתחתינו עובד כל לילה כבר שלושה שבועות."},
};

} // namespace

BOOST_AUTO_TEST_SUITE(language_guess_tests)

BOOST_AUTO_TEST_CASE(one_sentence_tells_its_language) {
    for (Sample const& sample : samples) {
        WrittenLanguage const guess = guessed_language(sample.text);
        BOOST_TEST(guess.tag.value == sample.tag, sample.text << " is taken for " << guess.tag);
        BOOST_TEST(guess.confidence > 0.5, sample.text << ": " << guess.confidence);
        BOOST_TEST((guess.source == LanguageSource::Detected));
    }
}

BOOST_AUTO_TEST_CASE(a_few_words_tell_it_too) {
    constexpr Sample few[] = {{"zh-Hans", "还是吵。"},          {"zh-Hant", "還是很吵。"},
                              {"fr", "Merci, c'est réglé."},    {"kk", "Әлі де шулы."},
                              {"mn", "Одоо ч чимээтэй байна."}, {"ar", "ما زال الضجيج مستمرا."},
                              {"fa", "هنوز سر و صدا هست."},     {"id", "Masih berisik sampai sekarang."},
                              {"ja", "まだうるさいです。"},     {"vi", "Vẫn ồn như trước."}};
    for (Sample const& sample : few)
        BOOST_TEST(guessed_language(sample.text).tag.value == sample.tag, sample.text);
}

BOOST_AUTO_TEST_CASE(where_the_text_says_nothing_it_is_what_the_writer_reads_and_nobody_is_sure) {
    for (std::string_view text : {"12 34 56 78 90", "!!! ??? ...", "…"}) {
        BOOST_TEST((guessed_language(text) == WrittenLanguage{}), text);
        BOOST_TEST((guessed_language(text, "kk") == WrittenLanguage{.tag = {"kk"}}), text);
    }
}

BOOST_AUTO_TEST_CASE(what_staff_write_gets_its_language_unless_they_say_it_or_it_is_doubtful) {
    StepOrder const note{.step = Step::Handle, .text = "已到现场查看，正在处理。"};
    BOOST_TEST((with_languages(note).language == LanguageTag{"zh-Hans"}));
    BOOST_TEST(!with_languages({.step = Step::Handle, .text = "62 dB"}).language);
    BOOST_TEST(!with_languages({.step = Step::Contact}).language);
    Reply reply{.text = "工地夜间停止施工。"};
    BOOST_TEST((with_languages({.reply = reply}).reply->language == LanguageTag{"zh-Hans"}));
    reply.language = LanguageTag{"zh-Hant"};
    BOOST_TEST((with_languages({.reply = reply}).reply->language == LanguageTag{"zh-Hant"}));
    Feedback const feedback{.comment = "Es ist immer noch laut."};
    BOOST_TEST(
        (with_languages({.step = Step::Feedback, .feedback = feedback}).language == LanguageTag{"de"}));
}

BOOST_AUTO_TEST_CASE(the_text_counts_and_not_what_its_writer_reads) {
    for (Sample const& sample : samples)
        for (std::string_view likely : {"en", "zh-Hans", "ar"})
            BOOST_TEST(guessed_language(sample.text, likely).tag.value == sample.tag,
                       sample.text << " on a page in " << likely);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace huiyin::server::tests
