// @ts-check
// Writes the format of docs/COLUMNS.md for the tests of its reader.
const ARRAYS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array };
const utf8 = new TextEncoder();
const padded = (/** @type {number} */ length) => Math.ceil(length / 8) * 8;

/**
 * @param {number} rows
 * @param {{name: string, type: string, values?: number[], texts?: string[], shared?: string[], [more: string]: any}[]} columns
 * @param {Record<string, any>} [about]
 */
export function columnBytes(rows, columns, about = {}) {
  /** @type {Uint8Array[]} */
  const blocks = [];
  let length = 0;
  const add = (/** @type {Uint8Array} */ bytes) => {
    const offset = length;
    blocks.push(bytes);
    length += padded(bytes.length);
    return offset;
  };
  const numbers = (/** @type {string} */ type, /** @type {number[]} */ values) => add(new Uint8Array(ARRAYS[/** @type {keyof typeof ARRAYS} */ (type)].from(values).buffer));
  const blob = (/** @type {string[]} */ texts) => {
    const bytes = texts.map((text) => utf8.encode(text));
    const offset = numbers('u16', bytes.map((one) => one.length));
    const all = Uint8Array.from(bytes.flatMap((one) => [...one]));
    return { count: texts.length, lengths: 'u16', offset, start: add(all), size: all.length };
  };
  const entries = columns.map(({ values, texts, shared, ...entry }) => {
    if (entry.type === 'ascii') return { ...entry, offset: add(utf8.encode((texts ?? []).join(''))) };
    if (entry.type === 'text') return { ...entry, ...blob(texts ?? []) };
    return { ...entry, offset: numbers(entry.type, values ?? []), ...(shared ? { texts: blob(shared) } : {}) };
  });
  const directory = utf8.encode(JSON.stringify({ rows, matched: rows, pub: 1, bytes: length, columns: entries, ...about }));
  const file = new Uint8Array(16 + padded(directory.length) + length);
  file.fill(32, 16, 16 + padded(directory.length));
  file.set(utf8.encode('BMCOLS01'));
  new DataView(file.buffer).setUint32(8, padded(directory.length), true);
  file.set(directory, 16);
  let at = 16 + padded(directory.length);
  for (const block of blocks) {
    file.set(block, at);
    at += padded(block.length);
  }
  return file;
}

/** The two parts of the map's data for some features. @param {import('../../wwwroot/js/data/columns.js').Feature[]} features */
export function partsOf(features) {
  const p = features.map(({ properties }) => properties);
  const words = (/** @type {string} */ name, /** @type {(string|null)[]} */ values) => {
    const list = [...new Set(values.filter((value) => value !== null))].reverse();
    return { name, type: 'u8', none: 255, words: list, values: values.map((value) => (value === null ? 255 : list.indexOf(value))) };
  };
  const shared = (/** @type {string} */ name, /** @type {(string|null)[]} */ values) => {
    const list = [...new Set(values.filter((value) => value !== null))];
    return { name, type: 'u16', none: 65535, shared: list, values: values.map((value) => (value === null ? 65535 : list.indexOf(value))) };
  };
  const days = (/** @type {string} */ name, /** @type {(string|null)[]} */ values, /** @type {number} */ none) => ({ name, type: 'i32', none, values: values.map((day) => (day ? Date.parse(day) / 86_400_000 : none)) });
  const figures = (/** @type {string} */ name, /** @type {(number|null)[]} */ values, /** @type {number} */ none) => ({ name, type: 'i32', none, values: values.map((value) => value ?? none) });
  const degrees = (/** @type {string} */ name, /** @type {number} */ at) => ({ name, type: 'i32', scale: 1e7, none: -(2 ** 31), values: features.map(({ geometry }) => (geometry ? Math.round(geometry.coordinates[at] * 1e7) : -(2 ** 31))) });
  const map = columnBytes(features.length, [
    { name: 'id', type: 'ascii', width: features[0].id.length, texts: features.map(({ id }) => id) },
    days('start', p.map((one) => one.date_start), -0x7fffffff), days('end', p.map((one) => one.date_end), 0x7fffffff),
    words('date_precision', p.map((one) => one.date_precision)), words('kind', p.map((one) => one.kind)), words('side', p.map((one) => one.side)),
    words('precision', p.map((one) => one.precision)), words('grade', p.map((one) => one.grade)),
    { name: 'cross_border', type: 'u8', values: p.map((one) => Number(one.cross_border)) },
    figures('killed_low', p.map((one) => one.killed_low), -1), figures('killed_high', p.map((one) => one.killed_high), -1),
    degrees('lon', 0), degrees('lat', 1), { name: 'line_km', type: 'f64', values: p.map((one) => one.line_km ?? NaN) },
    figures('radius_m', p.map((one) => one.radius_m), 0), shared('episode', p.map((one) => one.episode)), shared('place_ids', p.map((one) => (one.family === 'crossing' ? one.place : null))),
  ]);
  const texts = columnBytes(features.length, [
    { name: 'title', type: 'text', texts: p.map((one) => one.title) },
    ...(/** @type {const} */ (['place', 'district', 'province', 'country']).map((name) => shared(name, p.map((one) => one[name])))),
  ]);
  return { map, texts };
}
