// @ts-check
// What somebody pasted or opened, as rows: a name a line, or a table from a spreadsheet or a CSV file.

/**
 * @typedef {{columns: string[], rows: string[][], table: boolean}} Sheet `columns` are the headings; a list of names has one, without a heading
 * @typedef {{name: number, context: number[], lon: number, lat: number}} Roles columns by number; -1: none
 */

/** @typedef {Map<string, string>} Headings what a heading says: name, context, lon or lat; in the order of likelihood */

/** @param {string[][]} rows of data/vocabulary/csv-columns.tsv @returns {Headings} */
export const headingsOf = (rows) => new Map(rows.filter((row) => row.length > 1).map(([heading, role]) => [heading, role]));

/** A heading without its capitals and with one space between its words. @param {string} heading */
const plain = (heading) => heading.toLowerCase().split(/[_\-./ \t\u200c]+/).filter(Boolean).join(' ');

/**
 * @param {string} text
 * @param {Headings} headings
 * @param {boolean} [isCsv] whether it comes from a file that says so
 * @returns {Sheet}
 */
export function readSheet(text, headings, isCsv = false) {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const first = lines.split('\n').find((line) => line.trim()) ?? '';
  const separator = separatorOf(first, headings, isCsv);
  return separator ? tableOf(cellsOf(lines, separator), headings) : { columns: [''], rows: ended(lines.split('\n').map((line) => [line.trim()])), table: false };
}

// "Giwi, Jaji Aryub, Paktia" is one name with its context: commas make a table only under headings, or in a CSV file.
/** @param {string} first @param {Headings} headings @param {boolean} isCsv */
function separatorOf(first, headings, isCsv) {
  if (first.includes('\t')) return '\t';
  const separator = first.split(';').length > first.split(',').length ? ';' : ',';
  const cells = first.split(separator).map((cell) => cell.replace(/^"|"$/g, '').trim());
  if (isCsv) return separator;
  return cells.length > 1 && cells.filter((cell) => headings.has(plain(cell))).length > 1 ? separator : '';
}

/**
 * Cells by RFC 4180; a quotation mark that is never closed is a letter like any other.
 * @param {string} text
 * @param {string} separator
 * @returns {string[][]}
 */
export function cellsOf(text, separator) {
  /** @type {string[][]} */ const rows = [];
  /** @type {string[]} */ let row = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? closing(text, at) : -1;
    const end = quoted >= 0 ? quoted + 1 : nextBreak(text, at, separator);
    row.push(quoted >= 0 ? text.slice(at + 1, quoted).replaceAll('""', '"').trim() : text.slice(at, end).trim());
    const stop = quoted >= 0 ? nextBreak(text, end, separator) : end;
    if (stop >= text.length || text[stop] === '\n') {
      rows.push(row);
      row = [];
    }
    at = stop + 1;
  }
  return ended(rows);
}

/** Where the quotation ends that begins here; -1 when it never does. @param {string} text @param {number} at */
function closing(text, at) {
  for (let i = text.indexOf('"', at + 1); i >= 0; i = text.indexOf('"', i + 2)) if (text[i + 1] !== '"') return i;
  return -1;
}

/** @param {string} text @param {number} at @param {string} separator */
function nextBreak(text, at, separator) {
  const [cell, line] = [text.indexOf(separator, at), text.indexOf('\n', at)];
  return Math.min(cell < 0 ? text.length : cell, line < 0 ? text.length : line);
}

/** Without the empty rows at the end; those between stay, so that answers keep their row. @param {string[][]} rows */
function ended(rows) {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''));
  return rows.slice(0, last + 1);
}

/** @param {string[][]} cells @param {Headings} headings @returns {Sheet} */
function tableOf(cells, headings) {
  const width = cells.reduce((most, row) => Math.max(most, row.length), 1);
  const even = cells.map((row) => [...row, ...Array(width - row.length).fill('')]);
  const headed = even.length > 0 && even[0].some((cell) => headings.has(plain(cell)));
  return { columns: headed ? even[0] : Array(width).fill(''), rows: headed ? even.slice(1) : even, table: true };
}

/**
 * Which column is what, by its heading; without headings the first is the name and the others tell where it is.
 * @param {Sheet} sheet
 * @param {Headings} headings
 * @returns {Roles}
 */
export function guessRoles({ columns, rows }, headings) {
  const order = [...headings.keys()];
  const of = (/** @type {string} */ role) => columns.map((heading, at) => ({ at, rank: order.indexOf(plain(heading)) }))
    .filter(({ rank }) => rank >= 0 && headings.get(order[rank]) === role).sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ at }) => at);
  const [[lon = -1], [lat = -1], contexts] = [of('lon'), of('lat'), of('context')];
  const name = of('name')[0] ?? columns.findIndex((_, at) => ![lon, lat, ...contexts].includes(at));
  const headed = columns.some((heading) => heading !== '');
  const others = columns.flatMap((_, at) => (at !== name && isWords(rows, at) ? [at] : [])).slice(0, 3);
  return { name: Math.max(0, name), context: (headed ? contexts : others).filter((at) => at !== name), lon: lat >= 0 ? lon : -1, lat: lon >= 0 ? lat : -1 };
}

/** Whether a column holds words rather than numbers. @param {string[][]} rows @param {number} at */
const isWords = (rows, at) => rows.slice(0, 20).some((row) => /\p{L}{2}/u.test(row[at]));
