/**
 * The families in which everything is set, on the canvas and in the DOM. The system's own come first; the Han
 * families are named by language, because the same character differs between them.
 */
const latin = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans"';
const arabic = '"SF Arabic", "Noto Sans Arabic"';

/** @type {Record<string, string>} */
const han = {
  'zh-Hans': '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC"',
  'zh-Hant': '"PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC"',
  ja: '"Hiragino Sans", "Yu Gothic", Meiryo, "Noto Sans CJK JP"',
  ko: '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR"',
};

/** @param {string} lang BCP 47 */
function hanOf(lang) {
  if (/^zh-(Hant|TW|HK|MO)/i.test(lang)) return han['zh-Hant'];
  return han[lang.slice(0, 2)] ?? han['zh-Hans'];
}

/** @param {string} lang BCP 47 */
export function sansOf(lang) {
  return `${latin}, ${arabic}, ${hanOf(lang)}, sans-serif`;
}

/** @param {string} lang BCP 47 */
export function monoOf(lang) {
  return `ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", ${hanOf(lang)}, monospace`;
}
