// @ts-check
// The languages of the public pages: each says all that English says, in its own words and its own figures.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import ofAuthors from '../../wwwroot/js/text/embed-new-en.js';
import ofAll from '../../wwwroot/js/text/en.js';
import ofPlaces from '../../wwwroot/js/text/places-en.js';
import { LANGUAGES, addMessages, formatDigits, formatNumber, inDigits, languageFor, t, useLanguage } from '../../wwwroot/js/text/t.js';
import { shortRange } from '../../wwwroot/js/words/counts.js';
import { dateWords, dateOfDocument, dayWords, solarWords, tickWords, windowWords } from '../../wwwroot/js/words/dates.js';
import { setNames } from '../../wwwroot/js/words/names.js';
import { placeWords } from '../../wwwroot/js/words/places.js';
import { parseDay } from '../../wwwroot/js/time/days.js';

const english = { ...ofAll, ...ofAuthors, ...ofPlaces };
/** @type {Record<string, Record<string, string|{one: string, other: string}>>} */
const OTHERS = Object.fromEntries(await Promise.all(['prs', 'ps', 'ur'].map(async (code) => [code, { ...(await LANGUAGES[code].load?.())?.default, ...(await import(`../../wwwroot/js/text/embed-new-${code}.js`)).default, ...(await import(`../../wwwroot/js/text/places-${code}.js`)).default }])));
const day = (/** @type {string} */ text) => /** @type {number} */ (parseDay(text));
const forms = (/** @type {string|{one: string, other: string}} */ message) => (typeof message === 'string' ? [message] : [message.one, message.other]);
const placeholders = (/** @type {string} */ text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join();
/** What is the same in every language: names, figures, addresses, examples of input. */
const SAME = ['site.name', 'cite.apa', 'cite.chicago', 'cite.bibtex', 'filter.counted', 'chip.time', 'date.day', 'date.range', 'count.short.between', 'count.short.atleast', 'places.count', 'list.comma', 'chip.words', 'incident.estimate', 'places.find.help', 'places.sample'];

afterEach(() => useLanguage('en'));

for (const [code, messages] of Object.entries(OTHERS)) {
  test(`${code} has the keys of English, no fewer and no more`, () => {
    assert.deepEqual(Object.keys(english).filter((key) => !(key in messages)), []);
    assert.deepEqual(Object.keys(messages).filter((key) => !(key in english)), []);
  });

  test(`${code} has the placeholders and plural forms of English`, () => {
    const differ = Object.keys(english).filter((key) => key in messages).filter((key) => {
      const [ours, theirs] = [forms(messages[key]), forms(english[key])];
      return ours.length !== theirs.length || ours.some((text, at) => placeholders(text) !== placeholders(theirs[at]));
    });
    assert.deepEqual(differ, []);
  });

  test(`${code} leaves no sentence in English`, () => {
    const left = Object.entries(messages).filter(([key]) => !SAME.includes(key)).filter(([key, message]) => forms(message).some((text, at) =>
      text === forms(english[/** @type {keyof typeof english} */ (key)] ?? '')[at] || !/\p{Script=Arabic}/u.test(text.replace(/\{\w+\}/g, '')))).map(([key]) => key);
    assert.deepEqual(left, []);
  });

  test(`${code} names twelve months, and says that no speaker reviewed it`, async () => {
    const { calendar } = /** @type {NonNullable<Awaited<ReturnType<NonNullable<import('../../wwwroot/js/text/t.js').Language['load']>>>>} */ (await LANGUAGES[code].load?.());
    for (const months of [calendar.months, ...(calendar.solar ? [calendar.solar] : [])]) assert.equal(new Set(months).size, 12);
    assert.notEqual(messages['language.unreviewed'], english['language.unreviewed']);
  });
}

test('The address decides the language, else the first of the reader’s own that there is', () => {
  assert.equal(languageFor('ur', ['en-US']), 'ur');
  assert.equal(languageFor('', ['de-DE', 'ps-AF', 'en']), 'ps');
  assert.equal(languageFor('', ['fa-IR', 'en']), 'prs');
  assert.equal(languageFor('', ['de']), 'en');
  assert.equal(languageFor('', []), 'en');
});

test('A sentence that a language lacks is said in English', async () => {
  addMessages('en', { 'test.only.english': '{n} of them' });
  await useLanguage('ps');
  assert.equal(t('test.only.english', { n: 5 }), '۵ of them');
  assert.throws(() => t('no.such.key'), /no\.such\.key/);
});

test('Figures and dates are written as the readers of each language write them', async () => {
  const date = dateOfDocument({ start: '2025-10-11', end: '2025-10-12', precision: 'range' });
  const said = async (/** @type {string} */ code) => {
    await useLanguage(code);
    return [formatNumber(1234), formatDigits(2025), dayWords(day('2025-10-11')), dateWords(date), tickWords(day('2025-10-11'), 'month'), solarWords(day('2025-10-11')), shortRange(200, null), inDigits('04:30')];
  };
  assert.deepEqual(await said('prs'), ['۱٬۲۳۴', '۲۰۲۵', '۱۱ اکتوبر ۲۰۲۵', '۱۱–۱۲ اکتوبر ۲۰۲۵', 'اکتوبر', '۱۹ میزان ۱۴۰۴ هجری شمسی', '۲۰۰+', '۰۴:۳۰']);
  assert.deepEqual(await said('ps'), ['۱٬۲۳۴', '۲۰۲۵', '۱۱ اکتوبر ۲۰۲۵', '۱۱–۱۲ اکتوبر ۲۰۲۵', 'اکتوبر', '۱۹ تله ۱۴۰۴ هجري لمریز', '۲۰۰+', '۰۴:۳۰']);
  assert.deepEqual(await said('ur'), ['1,234', '2025', '11 اکتوبر 2025', '11–12 اکتوبر 2025', 'اکتوبر', null, '200+', '04:30']);
});

test('A range of days says what both ends share once', async () => {
  await useLanguage('ur');
  const words = (/** @type {string} */ start, /** @type {string} */ end) => windowWords({ start: day(start), end: day(end) });
  assert.equal(words('2025-09-30', '2025-10-02'), '30 ستمبر – 2 اکتوبر 2025');
  assert.equal(words('2024-12-30', '2025-01-02'), '30 دسمبر 2024 – 2 جنوری 2025');
});

test('A place is named in the language where a name is known, else as the data has it', async () => {
  await useLanguage('ur');
  setNames({ province: { 'Khyber Pakhtunkhwa': 'خیبر پختونخوا' }, district: {}, place: {} });
  assert.equal(placeWords({ precision: 'district', place: 'Kurram', district: 'Kurram', province: 'Khyber Pakhtunkhwa', country: 'PK' }), 'ضلع \u2068Kurram\u2069 میں کہیں، خیبر پختونخوا، پاکستان');
  setNames({ province: {} });
});
