// @ts-check
// What the desk asks of the server, in the words of the desk.
import { onThisHost, RequestError, send } from '../data/api.js';
import { emptyDocument } from './document.js';

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {{field: string, message: string, fix?: string, code?: string, value?: string|null}} Fault
 * @typedef {{name: string, display?: string, role: 'contributor'|'editor'|'admin', antiforgery: string}} Person
 * @typedef {{kind: 'saved', document: Doc, version: number}|{kind: 'stale', current: Doc}|{kind: 'invalid', faults: Fault[]}|{kind: 'signed-out'}|{kind: 'busy', seconds: number}|{kind: 'offline'}|{kind: 'refused', message: string}} Outcome
 * @typedef {{faults: Fault[], derived: any|null, duplicates: {id: string, title: string, score: number, reasons: string[]}[]}} Checked
 */

export class Server {
  #antiforgery = '';
  #name = '';

  /** Who is signed in; null: nobody. @returns {Promise<Person|null>} */
  async person() {
    const { status, body } = await send('GET', 'api/session');
    if (status !== 200 || !body?.name) return null;
    this.#antiforgery = body.antiforgery ?? '';
    this.#name ||= body.name;
    return body;
  }

  signOut() { return this.#write('DELETE', 'api/session'); }

  /** What people signed in may read; throws what the server refuses. @param {string} url @returns {Promise<any>} */
  async read(url) {
    const { status, body } = await send('GET', url);
    if (status !== 200) throw new RequestError(url, status, body?.detail ?? String(status));
    return body;
  }

  /** Does something with one version of an incident. @param {'POST'|'PUT'|'DELETE'} method @param {string} path below the incident's address @param {{id: string, version: number}} of @param {unknown} [body] */
  act(method, path, of, body) { return this.#write(method, `api/incidents/${encodeURIComponent(of.id)}${path}`, body, { 'if-match': `"${of.id}.${of.version}"` }); }

  /** @param {string} id @returns {Promise<{document: Doc, version: number}|null>} */
  async incident(id) {
    const { status, body } = await send('GET', `api/incidents/${encodeURIComponent(id)}`);
    if (status !== 200) return null;
    return { document: body, version: body.version };
  }

  /**
   * Saves a new incident, or the next version of one.
   * @param {Record<string, unknown>} document
   * @param {{id: string, version: number}|null} of
   * @param {string} why
   * @returns {Promise<Outcome>}
   */
  save(document, of, why) {
    const reason = why ? `?why=${encodeURIComponent(why)}` : '';
    return of ? this.act('PUT', reason, of, document) : this.#write('POST', `api/incidents${reason}`, document);
  }

  /** What the rules make of a document that is being written. @param {Record<string, unknown>} document @param {AbortSignal} signal @returns {Promise<Checked>} */
  async check(document, signal) {
    const { status, body } = await this.#send('POST', 'api/incidents/check', { body: document, signal });
    if (status !== 200) throw new RequestError('api/incidents/check', status, body?.detail ?? String(status));
    return { faults: body.problems ?? [], derived: body.derived ?? null, duplicates: body.duplicates ?? [] };
  }

  /**
   * @template T
   * @param {'actors'|'sources'|'episodes'} kind
   * @param {Record<string, unknown>} record
   * @returns {Promise<T>}
   */
  async add(kind, record) {
    const { status, body } = await this.#send('POST', `api/${kind}`, { body: record });
    if (status !== 200 && status !== 201) throw new RequestError(`api/${kind}`, status, faultsOf(body).map(({ message }) => message).join(' ') || String(status));
    return body;
  }

  /** @param {string} kind @returns {Promise<any[]>} all of them, for people signed in */
  async all(kind) {
    /** @type {any[]} */
    const items = [];
    /** @type {string|null} */
    let next = `api/library/${kind}?limit=1000`;
    while (next) {
      /** @type {any} */
      const body = await this.read(next);
      items.push(...body[kind]);
      next = body.next ? onThisHost(body.next) : null;
    }
    return items;
  }

  /** @param {'POST'|'PUT'|'DELETE'} method @param {string} url @param {unknown} [body] @param {Record<string, string>} [headers] @returns {Promise<Outcome>} */
  async #write(method, url, body, headers = {}) {
    let answer;
    try {
      answer = await this.#send(method, url, { body, headers });
    } catch (error) {
      if (error instanceof RequestError) return { kind: 'offline' };
      throw error;
    }
    return outcomeOf(answer);
  }

  /**
   * Sends with the token of this sign-in. Who signed in again in another window has another one: it is fetched, for the same person only.
   * @param {'POST'|'PUT'|'DELETE'} method @param {string} url @param {{body?: unknown, headers?: Record<string, string>, signal?: AbortSignal}} with_
   */
  async #send(method, url, { body, headers = {}, signal }) {
    const ask = () => send(method, url, { body, signal, headers: { ...headers, 'x-antiforgery': this.#antiforgery } });
    const answer = await ask();
    if (answer.status !== 403 || answer.body?.code !== 'bad-antiforgery-token') return answer;
    const person = await this.person();
    return person?.name === this.#name ? ask() : answer;
  }
}

/** @param {{status: number, body: any, retryAfter: string|null}} answer @returns {Outcome} */
export function outcomeOf({ status, body, retryAfter }) {
  switch (status) {
    case 200: case 201: return { kind: 'saved', document: body, version: body.version };
    case 204: return { kind: 'saved', document: emptyDocument(), version: 0 };
    case 401: return { kind: 'signed-out' };
    case 412: return { kind: 'stale', current: body.current };
    case 400: case 409: case 422: return { kind: 'invalid', faults: faultsOf(body) };
    case 503: case 429: return { kind: 'busy', seconds: Number(retryAfter ?? 5) };
    default: return { kind: 'refused', message: body?.detail ?? body?.title ?? String(status) };
  }
}

/** The problems of an answer, each with its field. @param {any} body @returns {Fault[]} */
export function faultsOf(body) {
  if (Array.isArray(body?.problems)) return body.problems;
  return body?.detail ? [{ field: body.field ?? '', message: body.detail, fix: body.fix }] : [];
}
