// @ts-check
// What the queue asks of the server. A refusal that an editor can do something about is an outcome; anything else is thrown.
import { getPlace, onThisHost } from '../data/api.js';
import { decisionsOf } from './queue-list-state.js';
import { queryOf, refOf } from './queue-state.js';
import { ifMatch } from './server.js';

/**
 * @typedef {import('./queue-state.js').Item} Item
 * @typedef {import('./queue-state.js').State} State
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {Record<import('./queue-state.js').Kind, number>} Counts
 * @typedef {{items: Item[], counts: Counts, next: string|null}} Page
 * @typedef {'accept'|'reject'|'merge'|'undo'} Act
 * @typedef {object} Outcome what became of one decision
 * @property {Item} item
 * @property {Act} act
 * @property {'done'|'stale'|'missing'|'refused'|'busy'|'offline'|'signed_out'} outcome
 * @property {number|null} version there is now
 * @property {string|null} message
 * @property {string|null} fix
 * @property {string} [into] the incident that another was merged into
 *
 * @typedef {object} Report
 * @property {string} id
 * @property {string} incident
 * @property {number|null} version that the reader saw
 * @property {string|null} title
 * @property {string} words
 * @property {string|null} source_url
 * @property {string|null} contact
 * @property {string} at
 * @property {'open'|'accepted'|'rejected'} state
 * @property {number} revision
 *
 * @typedef {{id: string, score: number, reasons: string[], doubts: string[]}} Likeness
 * @typedef {{id: string, version: number, status: string, title: string, owner: string, updated: string, given_back: {by: string, reason: string, at: string}|null}} OwnDraft
 */

export class QueueServer {
  #server;

  /** @param {import('./server.js').Server} server */
  constructor(server) { this.#server = server; }

  /** @param {State} state @param {number} [limit] @returns {Promise<Page>} */
  list(state, limit) { return this.#server.read(`api/review?${queryOf(state, limit)}`); }

  /** The page behind a link that the server gave. @param {string} next @returns {Promise<any>} */
  more(next) { return this.#server.read(onThisHost(next)); }

  /** @param {string} query @returns {Promise<{drafts: OwnDraft[], next: string|null}>} */
  drafts(query) { return this.#server.read(`api/drafts?${query}`); }

  /** An incident as it is now; null: none, or it was merged away. @param {string} id @returns {Promise<Doc|null>} */
  incident(id) { return this.#server.find(`api/incidents/${encodeURIComponent(id)}`); }

  /**
   * What is proposed, and what was published last.
   * @param {string} id
   * @returns {Promise<{before: Doc|null, after: Doc|null, beforeVersion: number|null}>}
   */
  async versions(id) {
    const compared = await this.#server.find(`api/review/${encodeURIComponent(id)}/difference`);
    if (!compared) return { before: null, after: null, beforeVersion: null };
    const of = async (/** @type {number|null} */ version) => (version === null ? null : this.#server.find(`api/incidents/${encodeURIComponent(id)}/versions/${version}`));
    const [before, after] = await Promise.all([compared.before.version === compared.after.version ? null : of(compared.before.version), this.incident(id)]);
    return { before, after, beforeVersion: before ? compared.before.version : null };
  }

  /** A reader's report in full; null: it is not open any more. @param {Item} item @returns {Promise<Report|null>} */
  async report({ id, incident }) {
    /** @type {{reports: Report[]}} */
    const { reports } = await this.#server.read(`api/error-reports?state=open&incident=${encodeURIComponent(incident)}&limit=100`);
    return reports.find((report) => report.id === id) ?? null;
  }

  /** Why two may be the same; null: they are not likely to be any more. @param {string} id @param {string} other @returns {Promise<Likeness|null>} */
  async likeness(id, other) {
    const found = await this.#server.find(`api/duplicates?id=${encodeURIComponent(id)}`);
    return found?.duplicates.find((/** @type {Likeness} */ likeness) => likeness.id === other) ?? null;
  }

  /** @param {string} id @returns {Promise<string>} */
  async placeName(id) { return (await getPlace(id)).name; }

  /**
   * Decides about items, each by itself. What came through before a connection broke is told as done, the rest as not sent.
   * @param {readonly Item[]} items
   * @param {'accept'|'reject'} act
   * @param {string} reason
   * @returns {Promise<Outcome[]>}
   */
  async decide(items, act, reason) {
    /** @type {Outcome[]} */
    const outcomes = [];
    for (const decisions of decisionsOf(items, act, reason)) {
      const mine = items.slice(outcomes.length, outcomes.length + decisions.length);
      const answer = await this.#server.write('POST', 'api/review/decisions', { decisions });
      if (answer.status === 200) outcomes.push(...mine.map((item, at) => ({ item, act, ...pick(answer.body.results[at]) })));
      else outcomes.push(...mine.map((item) => refusal(item, act, answer)));
    }
    return outcomes;
  }

  /** @param {Item} item @param {{id: string, version: number}} survivor @param {string} from @param {string} why @returns {Promise<Outcome>} */
  async merge(item, survivor, from, why) {
    const answer = await this.#server.write('POST', `api/incidents/${encodeURIComponent(survivor.id)}/merge`, { from, why }, ifMatch(survivor.id, survivor.version));
    return answer.status === 200 ? { item, act: 'merge', outcome: 'done', version: answer.body.version, message: null, fix: null, into: survivor.id } : refusal(item, 'merge', answer);
  }

  /** Takes a decision back. @param {Outcome} done @param {string} why @returns {Promise<Outcome>} */
  async undo({ item, act, version, into }, why) {
    const of = Number(version);
    if (act === 'reject' && item.kind === 'duplicate') return undone(item, await this.#server.write('DELETE', `api/duplicates/different?one=${encodeURIComponent(item.id)}&other=${encodeURIComponent(String(item.other))}`));
    const answer = act === 'merge' ? await this.#server.write('POST', `api/incidents/${encodeURIComponent(String(into))}/split`, { from: into === item.id ? item.other : item.id, why }, ifMatch(String(into), of))
      : item.kind === 'error_report' ? await this.#server.write('PATCH', `api/error-reports/${encodeURIComponent(item.id)}`, { state: 'open', reason: why }, ifMatch(item.id, of))
      : await this.#server.write('PATCH', `api/incidents/${encodeURIComponent(item.id)}?why=${encodeURIComponent(why)}`, { status: item.kind }, ifMatch(item.id, of));
    return undone(item, answer);
  }
}

/** Whether a decision can be taken back. @param {Outcome} outcome */
export const canUndo = ({ item, act, outcome, version }) => outcome === 'done' && act !== 'undo' && (version !== null || (item.kind === 'duplicate' && act === 'reject'));

/** @param {Item} item @param {{status: number, body: any}} answer @returns {Outcome} */
const undone = (item, answer) => (answer.status === 200 || answer.status === 204 ? { item, act: 'undo', outcome: 'done', version: null, message: null, fix: null } : refusal(item, 'undo', answer));

/** @param {any} result */
const pick = ({ outcome, version = null, message = null, fix = null }) => ({ outcome, version, message, fix });

/** What a status that is no success means for a decision. @type {Record<number, Outcome['outcome']>} */
const REFUSALS = { 0: 'offline', 401: 'signed_out', 404: 'missing', 410: 'missing', 412: 'stale', 429: 'busy', 503: 'busy' };

/** @param {Item} item @param {Act} act @param {{status: number, body: any}} answer @returns {Outcome} */
const refusal = (item, act, { status, body }) => ({ item, act, outcome: REFUSALS[status] ?? 'refused', version: body?.version ?? null, message: body?.detail ?? (status ? String(status) : null), fix: null });

/** @param {readonly Outcome[]} outcomes those that change what is listed @returns {string[]} */
export const settled = (outcomes) => outcomes.filter(({ outcome }) => outcome === 'done' || outcome === 'missing').map(({ item }) => refOf(item));
