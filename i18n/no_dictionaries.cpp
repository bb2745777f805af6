// Stands in for ICU's brkeng.cpp, dictbe.cpp and lstmbe.cpp, which break scripts without spaces by
// dictionaries (Thai, Lao, Khmer, Burmese) and bring the sets and names of all of Unicode's properties with
// them. Thai, the one language of the portal among these, has i18n/thai_words.h; lines of the others end
// where the script changes, or anywhere if they must.
#include <brkeng.h>

U_NAMESPACE_BEGIN

LanguageBreakEngine::LanguageBreakEngine() {}
LanguageBreakEngine::~LanguageBreakEngine() {}

LanguageBreakFactory::LanguageBreakFactory() {}
LanguageBreakFactory::~LanguageBreakFactory() {}

UnhandledEngine::UnhandledEngine(UErrorCode&) : fHandled(nullptr) {}
UnhandledEngine::~UnhandledEngine() {}
UBool UnhandledEngine::handles(UChar32) const { return true; }
void UnhandledEngine::handleCharacter(UChar32) {}

int32_t UnhandledEngine::findBreaks(UText* text, int32_t, int32_t end, UVector32&, UBool, UErrorCode&) const {
    utext_setNativeIndex(text, end);
    return 0;
}

ICULanguageBreakFactory::ICULanguageBreakFactory(UErrorCode&) : fEngines(nullptr) {}
ICULanguageBreakFactory::~ICULanguageBreakFactory() {}
LanguageBreakEngine const* ICULanguageBreakFactory::getEngineFor(UChar32) { return nullptr; }
LanguageBreakEngine const* ICULanguageBreakFactory::loadEngineFor(UChar32) { return nullptr; }
DictionaryMatcher* ICULanguageBreakFactory::loadDictionaryMatcherFor(UScriptCode) { return nullptr; }

U_NAMESPACE_END
