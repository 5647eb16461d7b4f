// @ts-check
// What a position along the line is understood by: its crossings, and the provinces on either side.

/**
 * @typedef {{name: string, km: number, rank: number}} Crossing rank 1 is the best known
 * @typedef {{name: string, country: string, from: number, to: number}} Province a stretch along which it lies
 * @typedef {{length: number, crossings: Crossing[], provinces: Province[]}} Landmarks
 */

/** Kilometres beyond a stretch within which a crossing may still name it. */
const NEAR = 40;

/**
 * @param {{features: {properties: Record<string, any>}[]}} collection `landmarks.json`
 * @returns {Landmarks}
 */
export function landmarksOf({ features }) {
  const of = (/** @type {string} */ kind) => features.map(({ properties }) => properties).filter((properties) => properties.kind === kind);
  const provinces = of('province').map(({ name, country, from_km: from, to_km: to }) => ({ name, country, from, to }));
  const crossings = of('crossing').map(({ name, km, rank }) => ({ name: name.replace(/ crossing$/, ''), km, rank }));
  return { length: Math.max(0, ...provinces.map(({ to }) => to), ...crossings.map(({ km }) => km)), crossings, provinces };
}

/** The crossings within a stretch, the best known first; without one, the nearest that is near. @param {Landmarks} landmarks @param {number} from @param {number} to @param {number} [most] */
export function crossingsIn({ crossings }, from, to, most = 2) {
  const within = crossings.filter(({ km }) => km >= from && km <= to).sort((a, b) => a.rank - b.rank);
  if (within.length > 0) return within.slice(0, most);
  const away = (/** @type {Crossing} */ { km }) => Math.max(from - km, km - to);
  return crossings.filter((crossing) => away(crossing) <= NEAR).sort((a, b) => away(a) - away(b)).slice(0, 1);
}

/** The provinces of a side along a stretch, in its order. @param {Landmarks} landmarks @param {number} from @param {number} to @param {string} country */
export function provincesIn({ provinces }, from, to, country) {
  const found = provinces.filter((province) => province.country === country && province.from < to && province.to > from).sort((a, b) => a.from - b.from);
  return [...new Set(found.map(({ name }) => name))];
}

/**
 * Which of some labels can stand without touching one another; the first are wanted most.
 * @template {{at: number}} T
 * @param {readonly T[]} labels `at` in pixels
 * @param {number} apart
 * @returns {T[]}
 */
export function spaced(labels, apart) {
  /** @type {T[]} */
  const placed = [];
  for (const label of labels) if (placed.every(({ at }) => Math.abs(at - label.at) >= apart)) placed.push(label);
  return placed;
}
