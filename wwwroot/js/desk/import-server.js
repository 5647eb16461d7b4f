// @ts-check
// What the import page asks of the server.
import { upload } from '../data/api.js';
import { bodyOf } from './server.js';

/**
 * @typedef {import('./import-mapping.js').Field} Field
 * @typedef {import('./import-mapping.js').RowProblem} RowProblem
 * @typedef {{added: number, updated: number, unchanged: number, waiting: number, elsewhere: number, rejected: number, problems: number}} Counts
 * @typedef {{row: string, id: string|null, key: string|null, title: string, new: boolean, fields: string[], kept: string[]}} Change
 * @typedef {{done: boolean, possible: boolean, skipping_helps: boolean, counts: Counts, problems: RowProblem[], problems_kept: number, waiting: {row: string, title: string, why: string}[], changes: Change[], published: string[]}} Result
 * @typedef {{id: string, name: string, bytes: number, since: string, state: 'uploaded'|'checking'|'checked'|'importing'|'imported'|'refused'|'failed'|'cancelled', read_as: 'bordermap'|'csv'|'acled'|'ucdp'|'geojson', needs_mapping: boolean, columns: string[], suggested?: Partial<import('./import-mapping.js').Mapping>, rows: import('./import-mapping.js').HeadRow[], options?: {as?: string|null, release?: string|null, bad_rows: string, mapping: Partial<import('./import-mapping.js').Mapping>|null}, progress?: import('./import-words.js').Progress, result?: Result, problem?: string}} Held
 * @typedef {{max_bytes: number, fields: Field[], current: Held|null}} About
 */

/** @param {string} id */
const address = (id) => `api/imports/${encodeURIComponent(id)}`;

export class ImportServer {
  #server;

  /** @param {import('./server.js').Server} server */
  constructor(server) { this.#server = server; }

  /** @returns {Promise<About>} */
  about() { return this.#server.read('api/imports'); }

  /** @param {File} file @param {(share: number) => void} told @param {AbortSignal} signal @returns {Promise<Held>} */
  async upload(file, told, signal) {
    const url = `api/imports?name=${encodeURIComponent(file.name)}`;
    return bodyOf(url, await upload(url, file, this.#server.headers, told, signal));
  }

  /** @param {string} id @returns {Promise<Held>} */
  standing(id) { return this.#server.read(address(id)); }

  /** @param {string} id @param {'dry-run'|'run'} what @param {object} options @returns {Promise<Held>} */
  async begin(id, what, options) { return bodyOf(address(id), await this.#server.write('POST', `${address(id)}/${what}`, options)); }

  /** @param {string} id */
  async cancel(id) { return bodyOf(address(id), await this.#server.write('DELETE', address(id))); }
}

/** @param {string} id */
export const problemTable = (id) => `${address(id)}/problems.csv`;
