/**
 * The families in which everything is set, on the canvas and in the DOM. The system's own come first; the Han
 * families are named by language, because the same character differs between them. Ours come last: they exist only
 * where letters.js has found that the device has no picture of a letter.
 */
const latin = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans"';
const arabic = '"SF Arabic", "Noto Sans Arabic"';
/** Where a device has several families for Tamil, Chromium shows some of its words as boxes unless one is named. */
const tamil = '"Noto Sans Tamil"';

/** @type {Record<string, string>} */
const han = {
  'zh-Hans': '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC"',
  'zh-Hant': '"PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC"',
  ja: '"Hiragino Sans", "Yu Gothic", Meiryo, "Noto Sans CJK JP"',
  ko: '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR"',
};

/**
 * The language whose Han characters a text gets.
 * @param {string} lang BCP 47
 */
export function hanLanguageOf(lang) {
  if (/^zh-(Hant|TW|HK|MO)/i.test(lang)) return 'zh-Hant';
  const language = lang.slice(0, 2);
  return han[language] ? language : 'zh-Hans';
}

/**
 * The name of the family that we serve for a language of Han characters; for all other letters there is one.
 * @param {string} [hanLanguage]
 */
export const ownFamily = (hanLanguage) => (hanLanguage ? `Huiyin-${hanLanguage}` : 'Huiyin');

/**
 * Our families in the order in which a text asks them for a letter.
 * @param {string} lang BCP 47
 */
export function ownFamilies(lang) {
  const first = hanLanguageOf(lang);
  const languages = [first, ...Object.keys(han).filter((language) => language !== first)];
  return [ownFamily(), ...languages.map(ownFamily)];
}

/** @param {string} lang BCP 47 */
const ownOf = (lang) => ownFamilies(lang).join(', ');

/** @param {string} lang BCP 47 */
const hanOf = (lang) => han[hanLanguageOf(lang)];

/**
 * What the device itself may have.
 * @param {string} lang BCP 47
 */
export const systemSansOf = (lang) => `${latin}, ${arabic}, ${tamil}, ${hanOf(lang)}, sans-serif`;

/** @param {string} lang BCP 47 */
export const sansOf = (lang) => `${systemSansOf(lang)}, ${ownOf(lang)}`;

/** @param {string} lang BCP 47 */
export function monoOf(lang) {
  return `ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", ${hanOf(lang)}, monospace, ${ownOf(lang)}`;
}
