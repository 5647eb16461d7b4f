// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate } from '../../wwwroot/js/desk/date-words.js';
import { figureText, readFigure } from '../../wwwroot/js/desk/figure-words.js';

/** @type {[string, string][]} */
const DATES = [
  ['2025-10-11', '2025-10-11 2025-10-11 day'],
  ['11 October 2025', '2025-10-11 2025-10-11 day'],
  ['on Oct 11, 2025', '2025-10-11 2025-10-11 day'],
  ['11th of October 2025', '2025-10-11 2025-10-11 day'],
  ['the 11th October 2025', '2025-10-11 2025-10-11 day'],
  ['11–15 Oct 2025', '2025-10-11 2025-10-15 range'],
  ['October 11-15, 2025', '2025-10-11 2025-10-15 range'],
  ['30 September – 2 October 2025', '2025-09-30 2025-10-02 range'],
  ['30 Dec 2024 to 2 Jan 2025', '2024-12-30 2025-01-02 range'],
  ['2025-10-11/2025-10-15', '2025-10-11 2025-10-15 range'],
  ['in early October 2025', '2025-10-01 2025-10-10 approx'],
  ['last week of Sept 2025', '2025-09-24 2025-09-30 week'],
  ['the second week of October 2025', '2025-10-08 2025-10-14 week'],
  ['overnight 11-12 October 2025', '2025-10-11 2025-10-12 range'],
  ['mid-October 2025', '2025-10-11 2025-10-20 approx'],
  ['late February 2024', '2024-02-21 2024-02-29 approx'],
  ['early 2024', '2024-01-01 2024-04-30 approx'],
  ['October 2025', '2025-10-01 2025-10-31 month'],
  ['2025-02', '2025-02-01 2025-02-28 month'],
  ['Sept 2025', '2025-09-01 2025-09-30 month'],
  ['August to October 2025', '2025-08-01 2025-10-31 range'],
  ['2025', '2025-01-01 2025-12-31 year'],
  ['week of 6 October 2025', '2025-10-06 2025-10-12 week'],
  ['overnight 11 October 2025', '2025-10-11 2025-10-12 range'],
  ['the night of 11-12 October 2025', '2025-10-11 2025-10-12 range'],
  ['around 12 October 2025', '2025-10-12 2025-10-12 approx'],
  ['by 12 October 2025', 'null 2025-10-12 range'],
  ['since 12 October 2025', '2025-10-12 null range'],
  ['13/10/2025', '2025-10-13 2025-10-13 day'],
  ['10/13/2025', '2025-10-13 2025-10-13 day'],
  ['5/5/2025', '2025-05-05 2025-05-05 day'],
  ['05/10/2025', 'ambiguous'],
  ['15-11 October 2025', 'order'],
  ['31 February 2025', 'unread'],
  ['11 October', 'year'],
  ['yesterday', 'unread'],
  ['', 'empty'],
  ['‏11 October 2025‏', '2025-10-11 2025-10-11 day'],
];

for (const [words, expected] of DATES) {
  test(`The date "${words}" reads as ${expected}`, () => {
    const { span, fault } = readDate(words);
    assert.equal(span ? `${span.start} ${span.end} ${span.precision}` : fault, expected);
  });
}

/** @type {[string, import('../../wwwroot/js/desk/figure-words.js').Figure|null][]} */
const FIGURES = [
  ['', null],
  ['5', { min: 5, max: 5 }],
  ['1,200', { min: 1200, max: 1200 }],
  ['five', { min: 5, max: 5 }],
  ['0', { min: 0, max: 0 }],
  ['no casualties', { min: 0, max: 0, words: 'no casualties' }],
  ['15-20', { min: 15, max: 20 }],
  ['between 15 and 20', { min: 15, max: 20 }],
  ['20+', { min: 20 }],
  ['at least 20', { min: 20, words: 'at least 20' }],
  ['more than 20', { min: 20, words: 'more than 20' }],
  ['up to 9', { min: 0, max: 9, words: 'up to 9' }],
  ['dozens', { words: 'dozens' }],
  ['20-15', { words: '20-15' }],
];

for (const [text, figure] of FIGURES) {
  test(`The figure "${text}" reads as ${JSON.stringify(figure)}`, () => {
    assert.deepEqual(readFigure(text), figure);
    assert.deepEqual(readFigure(figureText(figure)), figure, 'and back');
  });
}
