// @ts-check
// What the import page asks of the server.
import { RequestError, send, upload } from '../data/api.js';
import { whoIsSignedIn } from '../people/session.js';

/**
 * @typedef {import('./import-mapping.js').Field} Field
 * @typedef {import('./import-mapping.js').RowProblem} RowProblem
 * @typedef {{added: number, updated: number, unchanged: number, waiting: number, elsewhere: number, rejected: number, problems: number}} Counts
 * @typedef {{row: string, id: string|null, key: string|null, title: string, new: boolean, fields: string[], kept: string[]}} Change
 * @typedef {{done: boolean, possible: boolean, skipping_helps: boolean, counts: Counts, problems: RowProblem[], problems_kept: number, waiting: {row: string, title: string, why: string}[], changes: Change[], published: string[]}} Result
 * @typedef {{id: string, name: string, bytes: number, since: string, state: 'uploaded'|'checking'|'checked'|'importing'|'imported'|'refused'|'failed'|'cancelled', read_as: 'bordermap'|'csv'|'acled'|'ucdp'|'geojson', needs_mapping: boolean, columns: string[], suggested?: Partial<import('./import-mapping.js').Mapping>, rows: import('./import-mapping.js').HeadRow[], options?: {as?: string|null, release?: string|null, bad_rows: string, mapping: Partial<import('./import-mapping.js').Mapping>|null}, progress?: import('./import-words.js').Progress, result?: Result, problem?: string}} Held
 * @typedef {{max_bytes: number, fields: Field[], current: Held|null}} About
 */

/** The answer's body; what the server refuses is thrown in its words. @param {string} url @param {{status: number, body: any}} answer */
function bodyOf(url, { status, body }) {
  if (status >= 400) throw new RequestError(url, status, body?.detail ?? String(status));
  return body;
}

const headers = async () => ({ 'x-antiforgery': (await whoIsSignedIn()).antiforgery });

/** @param {string} id */
const address = (id) => `api/imports/${encodeURIComponent(id)}`;

/** @returns {Promise<About>} */
export const about = async () => bodyOf('api/imports', await send('GET', 'api/imports'));

/** @param {File} file @param {(share: number) => void} told @param {AbortSignal} signal @returns {Promise<Held>} */
export async function uploadFile(file, told, signal) {
  const url = `api/imports?name=${encodeURIComponent(file.name)}`;
  return bodyOf(url, await upload(url, file, await headers(), told, signal));
}

/** @param {string} id @returns {Promise<Held>} */
export const standing = async (id) => bodyOf(address(id), await send('GET', address(id)));

/** @param {string} id @param {'dry-run'|'run'} what @param {object} options @returns {Promise<Held>} */
export const begin = async (id, what, options) => bodyOf(address(id), await send('POST', `${address(id)}/${what}`, { body: options, headers: await headers() }));

/** @param {string} id */
export const cancel = async (id) => bodyOf(address(id), await send('DELETE', address(id), { headers: await headers() }));

/** @param {string} id */
export const problemTable = (id) => `${address(id)}/problems.csv`;
