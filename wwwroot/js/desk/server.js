// @ts-check
// What the desk asks of the server, in the words of the desk.
import { onThisHost, RequestError, send } from '../data/api.js';
import { emptyDocument } from './document.js';

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {'POST'|'PUT'|'PATCH'|'DELETE'} Method
 * @typedef {{field: string, message: string, fix?: string, code?: string, value?: string|null}} Fault
 * @typedef {{name: string, display?: string, role: 'contributor'|'editor'|'admin', antiforgery: string}} Person
 * @typedef {{kind: 'saved', document: Doc, version: number}|{kind: 'stale', current: Doc}|{kind: 'invalid', faults: Fault[]}|{kind: 'signed-out'}|{kind: 'busy', seconds: number}|{kind: 'offline'}|{kind: 'refused', message: string}} Outcome
 * @typedef {{status: number, body: any, retryAfter: string|null}} Answer status 0: no connection
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

  /** The token of this sign-in, for what does not go by this class. */
  get headers() { return { 'x-antiforgery': this.#antiforgery }; }

  /** What people signed in may read; throws what the server refuses. @param {string} url @returns {Promise<any>} */
  async read(url) { return bodyOf(url, await send('GET', url)); }

  /** The same; null where there is none, or none any more. @param {string} url @returns {Promise<any>} */
  async find(url) {
    const answer = await send('GET', url);
    return answer.status === 404 || answer.status === 410 ? null : bodyOf(url, answer);
  }

  /** Sends, and gives what came back whatever its status. @param {Method} method @param {string} url @param {unknown} [body] @param {Record<string, string>} [headers] @returns {Promise<Answer>} */
  async write(method, url, body, headers = {}) {
    try {
      return await this.#send(method, url, { body, headers });
    } catch (error) {
      if (error instanceof RequestError) return { status: 0, body: null, retryAfter: null };
      throw error;
    }
  }

  /** Does something with one version of an incident. @param {Method} method @param {string} path below the incident's address @param {{id: string, version: number}} of @param {unknown} [body] */
  act(method, path, of, body) { return this.#write(method, `api/incidents/${encodeURIComponent(of.id)}${path}`, body, ifMatch(of.id, of.version)); }

  /** @param {string} id @returns {Promise<{document: Doc, version: number}|null>} */
  async incident(id) {
    const { status, body } = await send('GET', `api/incidents/${encodeURIComponent(id)}`);
    if (status !== 200) return null;
    return { document: body, version: body.version };
  }

  /** Why a draft of one's own was sent back; null: it was not. @param {string} id @param {string} title @returns {Promise<{by: string, reason: string, at: string}|null>} */
  async givenBack(id, title) {
    const { drafts } = await this.read(`api/drafts?status=draft&limit=100&q=${encodeURIComponent(title)}`);
    return drafts.find((/** @type {{id: string}} */ draft) => draft.id === id)?.given_back ?? null;
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
    const body = bodyOf('api/incidents/check', await this.#send('POST', 'api/incidents/check', { body: document, signal }));
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

  /** @param {Method} method @param {string} url @param {unknown} [body] @param {Record<string, string>} [headers] @returns {Promise<Outcome>} */
  async #write(method, url, body, headers = {}) { return outcomeOf(await this.write(method, url, body, headers)); }

  /**
   * Sends with the token of this sign-in. Who signed in again in another window has another one: it is fetched, for the same person only.
   * @param {Method} method @param {string} url @param {{body?: unknown, headers?: Record<string, string>, signal?: AbortSignal}} with_
   */
  async #send(method, url, { body, headers = {}, signal }) {
    const ask = () => send(method, url, { body, signal, headers: { ...headers, 'x-antiforgery': this.#antiforgery } });
    const answer = await ask();
    if (answer.status !== 403 || answer.body?.code !== 'bad-antiforgery-token') return answer;
    const person = await this.person();
    return person?.name === this.#name ? ask() : answer;
  }
}

/** The body of an answer; what the server refuses is thrown in its words. @param {string} url @param {{status: number, body: any}} answer @returns {any} */
export function bodyOf(url, { status, body }) {
  if (status < 200 || status >= 300) throw new RequestError(url, status, body?.detail ?? String(status));
  return body;
}

/** A change is made to the version that was seen. @param {string} id @param {number} version */
export const ifMatch = (id, version) => ({ 'if-match': `"${id}.${version}"` });

/** @param {Answer} answer @returns {Outcome} */
export function outcomeOf({ status, body, retryAfter }) {
  switch (status) {
    case 0: return { kind: 'offline' };
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
