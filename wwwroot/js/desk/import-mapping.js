// @ts-check
// Which column of a foreign table is which field: the choices as plain data.

/**
 * @typedef {{columns: Record<string, string>, constants: Record<string, string>, values: Record<string, Record<string, string>>, dates: string[], key_prefix: string}} Mapping
 * @typedef {{name: string, of: string, about: string, required: boolean, allowed: string[]}} Field
 * @typedef {{line: number, cells: string[]}} HeadRow
 * @typedef {{row: string, line: number|null, column: string, value: string|null, code: string, reason: string, fix: string}} RowProblem
 */

/** How dates are often written; the first is what is read without a mapping. */
export const DATE_PATTERNS = Object.freeze(['yyyy-MM-dd', 'dd/MM/yyyy', 'd/M/yyyy', 'MM/dd/yyyy', 'M/d/yyyy', 'dd.MM.yyyy', 'yyyy/MM/dd', 'd MMM yyyy', 'd MMMM yyyy']);

/** @param {Partial<Mapping>} [given] @returns {Mapping} */
export const mappingOf = (given = {}) => ({ columns: { ...given.columns }, constants: { ...given.constants }, values: structuredClone(given.values ?? {}), dates: [...(given.dates ?? [])], key_prefix: given.key_prefix ?? '' });

/** @param {Record<string, string>} record @param {string} key */
function without(record, key) {
  const { [key]: _, ...rest } = record;
  return rest;
}

/** The field comes from this column; from none. @param {Mapping} mapping @param {string} field @param {string|null} column @returns {Mapping} */
export const withColumn = (mapping, field, column) => ({
  ...mapping, constants: without(mapping.constants, field), columns: column === null ? without(mapping.columns, field) : { ...mapping.columns, [field]: column },
});

/** The field is the same in all rows. @param {Mapping} mapping @param {string} field @param {string} value @returns {Mapping} */
export const withConstant = (mapping, field, value) => ({ ...mapping, columns: without(mapping.columns, field), constants: { ...mapping.constants, [field]: value } });

/** What a word of the file means; nothing. @param {Mapping} mapping @param {string} field @param {string} word @param {string} meaning @returns {Mapping} */
export function withWord(mapping, field, word, meaning) {
  const words = meaning ? { ...mapping.values[field], [word]: meaning } : without(mapping.values[field] ?? {}, word);
  return { ...mapping, values: { ...mapping.values, [field]: words } };
}

/** As the server takes it: without what is not said. @param {Mapping} mapping */
export function sent({ columns, constants, values, dates, key_prefix: prefix }) {
  const said = Object.fromEntries(Object.entries(constants).filter(([, value]) => value.trim() !== ''));
  const words = Object.fromEntries(Object.entries(values).filter(([, meanings]) => Object.keys(meanings).length > 0));
  return { columns, constants: said, values: words, dates, key_prefix: prefix };
}

/**
 * How these cells write dates; null: as is read without being told, or it cannot be told.
 * @param {string[]} cells
 */
export function guessDates(cells) {
  const dates = cells.map((cell) => /^(\d{1,2})([/.])(\d{1,2})\2\d{4}$/.exec(cell)).filter((match) => match !== null);
  if (dates.length === 0) return null;
  if (dates.some(([, , separator]) => separator === '.')) return 'dd.MM.yyyy';
  const [isDayFirst, isMonthFirst] = [dates.some(([, first]) => Number(first) > 12), dates.some(([, , , second]) => Number(second) > 12)];
  if (isDayFirst === isMonthFirst) return null;
  const isPadded = dates.every(([, first, , second]) => first.length === 2 && second.length === 2);
  return isDayFirst ? (isPadded ? 'dd/MM/yyyy' : 'd/M/yyyy') : (isPadded ? 'MM/dd/yyyy' : 'M/d/yyyy');
}

/** The letters of a file's name: so that the numbers of one list are not taken for those of another. @param {string} name */
export const prefixOf = (name) => (name.replace(/\.[^.]*$/, '').toLowerCase().match(/[a-z]+/g) ?? ['list']).join('-').slice(0, 40) + ':';

/**
 * What the server suggests, with a prefix for the keys, and the way of writing dates where the first rows tell it.
 * @param {{name: string, suggested?: Partial<Mapping>|null, columns: string[], rows: HeadRow[]}} file
 * @returns {Mapping}
 */
export function suggestedFor({ name, suggested, columns, rows }) {
  const mapping = { ...mappingOf(suggested ?? {}), key_prefix: prefixOf(name) };
  const at = columns.indexOf(mapping.columns.date_start ?? '');
  const pattern = at < 0 ? null : guessDates(rows.map(({ cells }) => (cells[at] ?? '').trim()));
  return pattern ? { ...mapping, dates: [pattern] } : mapping;
}

/** Fields that every incident needs and that nothing gives. @param {Mapping} mapping @param {Field[]} fields */
export const missing = (mapping, fields) => fields.filter(({ name, required }) => required && !(name in mapping.columns) && !mapping.constants[name]?.trim()).map(({ name }) => name);

/** The fields to show: those that are needed, chosen, or asked for; in the template's order. @param {Mapping} mapping @param {Field[]} fields @param {Iterable<string>} asked */
export function shownFields(mapping, fields, asked) {
  const more = new Set(asked);
  return fields.filter(({ name, required }) => required || name in mapping.columns || name in mapping.constants || more.has(name));
}

/** A few different cells of a column. @param {string[]} columns @param {HeadRow[]} rows @param {string|undefined} column */
export function samples(columns, rows, column) {
  const at = column === undefined ? -1 : columns.indexOf(column);
  return at < 0 ? [] : [...new Set(rows.map(({ cells }) => (cells[at] ?? '').trim()).filter(Boolean))].slice(0, 3);
}

/**
 * Words of the file that BorderMap does not have: those that the dry run refused, and those that a meaning was given before.
 * @param {RowProblem[]} problems
 * @param {Mapping} mapping
 * @param {Field[]} fields
 * @returns {{field: Field, word: string}[]}
 */
export function foreignWords(problems, mapping, fields) {
  const found = fields.filter(({ allowed }) => allowed.length > 0).flatMap((field) => {
    const refused = problems.filter(({ column, code, value }) => value && code.startsWith('unknown') && column === mapping.columns[field.name]).map(({ value }) => /** @type {string} */ (value));
    return [...new Set([...Object.keys(mapping.values[field.name] ?? {}), ...refused])].map((word) => ({ field, word }));
  });
  return found.slice(0, 60);
}

/**
 * Reads a mapping that was saved.
 * @param {string} text
 * @param {string[]} columns of this file
 * @returns {{mapping: Mapping, ignored: string[]}} and the columns that it names in vain
 */
export function readMapping(text, columns) {
  const given = JSON.parse(text);
  if (typeof given !== 'object' || given === null || typeof given.columns !== 'object') throw new SyntaxError('columns');
  const mapping = mappingOf(given);
  const ignored = Object.values(mapping.columns).filter((column) => !columns.includes(column));
  return { mapping: { ...mapping, columns: Object.fromEntries(Object.entries(mapping.columns).filter(([, column]) => columns.includes(column))) }, ignored };
}
