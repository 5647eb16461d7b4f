// @ts-check
// Sentences by key in the page's language. A language is one file of the shape of en.js, named in LANGUAGES and loaded
// only where it is read; what it does not say yet is said in English.
import en from './en.js';

/**
 * @typedef {Record<string, string|{one: string, other: string}>} Messages
 * @typedef {object} Calendar names of months; browsers have them for few of these languages, and not those that the press uses
 * @property {readonly string[]} months of the Gregorian calendar, from January
 * @property {readonly string[]} [solar] of the solar Hijri calendar, where its readers date by it
 *
 * @typedef {object} Language
 * @property {string} code as it stands in the address and in `lang`
 * @property {string} name in the language itself
 * @property {'ltr'|'rtl'} dir
 * @property {readonly string[]} locales for numbers and plural forms, the nearest first
 * @property {(() => Promise<{default: Messages, calendar: Calendar}>)|null} load
 * @property {Messages} messages
 * @property {Calendar|null} calendar
 */

/** @param {string} code @param {string} name @param {readonly string[]} locales @param {Language['load']} load @returns {Language} */
const rightToLeft = (code, name, locales, load) => ({ code, name, dir: 'rtl', locales, load, messages: {}, calendar: null });

/** @type {Record<string, Language>} */
export const LANGUAGES = {
  en: { code: 'en', name: 'English', dir: 'ltr', locales: ['en-GB'], load: null, messages: en, calendar: null },
  prs: rightToLeft('prs', 'دری', ['fa-AF', 'fa'], () => import('./prs.js')),
  ps: rightToLeft('ps', 'پښتو', ['ps-AF', 'ps', 'fa-AF', 'fa'], () => import('./ps.js')),
  ur: rightToLeft('ur', 'اردو', ['ur-PK', 'ur'], () => import('./ur.js')),
};

const DEFAULT = LANGUAGES.en;
let language = DEFAULT;
/** @type {Map<Language, string>} */ const nearest = new Map();
let plural = new Intl.PluralRules(locale());
let number = new Intl.NumberFormat(locale());
let digits = new Intl.NumberFormat(locale(), { useGrouping: false });
/** @type {Intl.NumberFormat|null} */ let short = null;

/**
 * The language that is asked for, else the first of the reader's own that there is, else English.
 * @param {string} asked '' where the address names none
 * @param {readonly string[]} wanted tags, the dearest first
 */
export function languageFor(asked, wanted) {
  if (asked in LANGUAGES) return asked;
  // Dari is the Persian of Afghanistan; who reads Persian reads it.
  const codes = wanted.map((tag) => tag.toLowerCase().split('-')[0]).map((code) => (code === 'fa' ? 'prs' : code));
  return codes.find((code) => code in LANGUAGES) ?? DEFAULT.code;
}

/** @param {string} code */
export async function useLanguage(code) {
  const next = LANGUAGES[code] ?? DEFAULT;
  if (next.load && next.calendar === null) {
    const { default: messages, calendar } = await next.load();
    next.messages = { ...messages, ...next.messages };
    next.calendar = calendar;
  }
  language = next;
  plural = new Intl.PluralRules(locale());
  number = new Intl.NumberFormat(locale());
  digits = new Intl.NumberFormat(locale(), { useGrouping: false });
  short = null;
}

/** The sentences of a page that only some load. @param {string} code @param {Messages} messages */
export function addMessages(code, messages) { LANGUAGES[code].messages = { ...LANGUAGES[code].messages, ...messages }; }

/** The page's language. */
export const inUse = () => language;

/** The nearest locale that the browser knows, found once a language. */
export function locale() {
  let found = nearest.get(language);
  if (!found) nearest.set(language, found = Intl.NumberFormat.supportedLocalesOf([...language.locales])[0] ?? DEFAULT.locales[0]);
  return found;
}

/** @param {string} key */
export const hasText = (key) => key in language.messages || key in DEFAULT.messages;

/** @param {number} value */
export const formatNumber = (value) => number.format(value);

/** A large number where there is no room for its digits: 12K. @param {number} value */
export const formatShort = (value) => (short ??= new Intl.NumberFormat(locale(), { notation: 'compact' })).format(value);

/** A number that is a name: of a year, of a version. @param {number|string} value */
export const formatDigits = (value) => digits.format(Number(value));

/** A text of another direction, kept from setting the order of what stands about it. @param {string} text */
export const isolated = (text) => (language.dir === 'rtl' && /\p{Script=Latin}/u.test(text) ? `\u2068${text}\u2069` : text);

/** A text with its figures in the digits of the language. @param {string} text */
export const inDigits = (text) => text.replace(/\d+/g, (figure) => (figure.startsWith('0') ? [...figure].map(formatDigits).join('') : formatDigits(figure)));

/**
 * @param {string} key
 * @param {Record<string, string|number>} [values] `n` also chooses the plural form
 * @returns {string}
 */
export function t(key, values = {}) {
  const message = language.messages[key] ?? DEFAULT.messages[key];
  if (message === undefined) throw new Error(`No message for the key ${key}`);
  const form = typeof message === 'string' ? message : plural.select(Number(values.n)) === 'one' ? message.one : message.other;
  return form.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? formatNumber(value) : isolated(value ?? '');
  });
}
