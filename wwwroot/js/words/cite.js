// @ts-check
// Citations of one version of an incident, in English whatever the page's language: APA, Chicago, BibTeX.
import { formatDay, parseDay, partsOf } from '../time/days.js';

/**
 * @typedef {object} Cited
 * @property {string} id
 * @property {string} title
 * @property {number} version
 * @property {string} updated the instant of that version
 * @property {string} url of that version, so that it leads to what was read
 * @property {number|null} accessed the day on which the reader retrieved it
 *
 * @typedef {'apa'|'chicago'|'bibtex'} Style
 */

/** @type {readonly Style[]} */
export const STYLES = ['apa', 'chicago', 'bibtex'];

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** @param {Style} style @param {Cited} cited */
export const cite = (style, cited) => ({ apa, chicago, bibtex })[style]({ ...cited, title: cited.title.replace(/\s+/g, ' ').trim().replace(/\.$/, '') });

/** @param {Cited} cited */
function apa({ id, title, version, updated, url, accessed }) {
  const date = parseDay(updated.slice(0, 10));
  return `BorderMap. (${date === null ? 'n.d.' : yearFirst(date)}). ${title} (Incident ${id}, version ${version}) [Data set entry]. ${accessed === null ? url : `Retrieved ${monthFirst(accessed)}, from ${url}`}`;
}

/** @param {Cited} cited */
function chicago({ id, title, version, updated, url, accessed }) {
  const date = parseDay(updated.slice(0, 10));
  return `BorderMap. “${title}.” Incident ${id}, version ${version}${date === null ? '' : `, ${monthFirst(date)}`}.${accessed === null ? '' : ` Accessed ${monthFirst(accessed)}.`} ${url}.`;
}

/** @param {Cited} cited */
function bibtex({ id, title, version, updated, url, accessed }) {
  const date = parseDay(updated.slice(0, 10));
  const fields = [
    ['author', '{BorderMap}'], ['title', `{${texOf(title)}}`],
    ...(date === null ? [] : [['year', String(partsOf(date).year)], ['month', String(partsOf(date).month)]]),
    ['note', `Incident ${id}, version ${version}`], ['url', url],
    ...(accessed === null ? [] : [['urldate', formatDay(accessed)]]),
  ];
  return `@misc{bordermap-${id}-v${version},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`;
}

/** @type {Record<string, string>} */
const TEX = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** What TeX would take for a command is written so that it prints. @param {string} text */
const texOf = (text) => text.replace(/[\\{}&%$#_~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/** @param {number} day */
function monthFirst(day) {
  const parts = partsOf(day);
  return `${MONTHS[parts.month - 1]} ${parts.day}, ${parts.year}`;
}

/** @param {number} day */
function yearFirst(day) {
  const parts = partsOf(day);
  return `${parts.year}, ${MONTHS[parts.month - 1]} ${parts.day}`;
}
