// @ts-check
// Sentences by key in the page's language. A language is one file of the shape of en.js, added to LANGUAGES.
import en from './en.js';

/** @typedef {Record<string, string|{one: string, other: string}>} Messages */
/** @typedef {{code: string, locale: string, messages: Messages}} Language */

/** @type {Record<string, Language>} */
export const LANGUAGES = { en: { code: 'en', locale: 'en-GB', messages: en } };

let language = LANGUAGES.en;
let plural = new Intl.PluralRules(language.locale);
let number = new Intl.NumberFormat(language.locale);
/** @type {Intl.NumberFormat|null} */ let short = null;

/** @param {string} code */
export function useLanguage(code) {
  language = LANGUAGES[code] ?? LANGUAGES.en;
  plural = new Intl.PluralRules(language.locale);
  number = new Intl.NumberFormat(language.locale);
  short = null;
}

/** The sentences of a page that only some load. @param {string} code @param {Messages} messages */
export function addMessages(code, messages) { LANGUAGES[code].messages = { ...LANGUAGES[code].messages, ...messages }; }

export const locale = () => language.locale;

/** @param {string} key */
export const hasText = (key) => key in language.messages;

/** @param {number} value */
export const formatNumber = (value) => number.format(value);

/** A large number where there is no room for its digits: 12K. @param {number} value */
export const formatShort = (value) => (short ??= new Intl.NumberFormat(language.locale, { notation: 'compact' })).format(value);

/**
 * @param {string} key
 * @param {Record<string, string|number>} [values] `n` also chooses the plural form
 * @returns {string}
 */
export function t(key, values = {}) {
  const message = language.messages[key];
  if (message === undefined) throw new Error(`No message for the key ${key}`);
  const form = typeof message === 'string' ? message : plural.select(Number(values.n)) === 'one' ? message.one : message.other;
  return form.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? formatNumber(value) : value ?? '';
  });
}
