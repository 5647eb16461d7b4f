// @ts-check
// What the report page asks of the server.
import { bodyOf } from './server.js';

/**
 * @typedef {{field: string, start: number, end: number, rule?: string|null}} Evidence `field`: the path in the document, `claims[0].killed`
 * @typedef {{id: string, version: number, title: string, status: string, date_start: string|null, score: number, likely: boolean, reasons: string[], doubts: string[], claims_added: number, claims_repeated: number, claims_contradicted: number}} Same
 * @typedef {{n: number, document: import('./document.js').Doc, evidence: Evidence[], scope: string, vouched: 'reported'|'claimed'|'denied', confidence: number, decision: 'accepted'|'corrected'|'joined'|'rejected'|null, incident: string|null, decided_by: string|null, reason: string|null, same: Same[]}} Draft
 * @typedef {{start: number, end: number, status: string, name: string|null}} Toponym
 * @typedef {{language: string, published_from: 'unknown'|'given'|'text', warnings: string[], toponyms: Toponym[], left_out: {start: number, end: number, why: string}[], totals: {start: number, end: number}[]}} Reading
 * @typedef {{publisher: string|null, origin: string|null, title: string|null, url: string|null}} Origin
 * @typedef {{id: string, at: string, by: string, characters: number, published: string|null, origin: Origin, source: string|null, draft_count: number, open_count: number}} Head
 * @typedef {Head & {text: string|null, known: string|null, reading: Reading, drafts: Draft[]}} Report
 * @typedef {{draft: number, decision: 'accept'|'join'|'reject'|'reopen', document?: object|null, incident?: string, version?: number, reason?: string, origin?: Origin|null}} Decision
 */

/** @param {string} id */
const address = (id) => `api/reports/${encodeURIComponent(id)}`;

export class ReportServer {
  #server;

  /** @param {import('./server.js').Server} server */
  constructor(server) { this.#server = server; }

  /** @param {{text: string, published: string|null} & Origin} given @returns {Promise<Report>} */
  async read(given) { return bodyOf('api/reports', await this.#server.write('POST', 'api/reports', given)); }

  /** @param {string|null} next the address of the next page @returns {Promise<{reports: Head[], next: string|null}>} */
  list(next) { return this.#server.read(next ?? 'api/reports?limit=20'); }

  /** @param {string} id @returns {Promise<Report|null>} */
  report(id) { return this.#server.find(address(id)); }

  /** @param {string} id @param {Decision} decision @returns {Promise<import('./server.js').Answer>} */
  decide(id, decision) { return this.#server.write('POST', `${address(id)}/decisions`, decision); }
}
