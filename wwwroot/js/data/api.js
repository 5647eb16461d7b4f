// @ts-check
// The one module that calls fetch. Addresses are relative to where the program's files are, so that it works below any path of
// its own host and inside the pages of others.
import { inUse } from '../text/t.js';
import { ColumnFile, lengthOf } from './column-file.js';

const SITE = new URL('../../', import.meta.url);
let withoutCookies = false;

/** The whole address of something of this site. @param {string} address relative to the site's root */
export const onSite = (address) => new URL(address, SITE).href;

/** Inside the page of somebody else nothing is asked for in anybody's name, also where both are of one origin. */
export function sendNoCookies() { withoutCookies = true; }

/** A request that failed, with what the server said about it. */
export class RequestError extends Error {
  /**
   * @param {string} url
   * @param {number} status 0: no answer
   * @param {string} detail
   * @param {number} [retryAfter] seconds after which the server wants to be asked again; 0: it does not say
   */
  constructor(url, status, detail, retryAfter = 0) {
    super(detail);
    this.retryAfter = retryAfter;
    this.name = 'RequestError';
    this.url = url;
    this.status = status;
  }
}

/** @type {(minutes: number) => void} */
let tellOld = () => {};

/** Whom to tell that an answer is from before the database went away, and how long ago that was. @param {(minutes: number) => void} listener */
export const onOldAnswer = (listener) => { tellOld = listener; };

/**
 * What anyone may read, also where somebody is signed in: to an editor an incident's address gives the document, which is not what the map shows.
 * @param {string} url
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export const getJson = async (url, signal) => (await ask(url, { headers: { accept: 'application/json, application/geo+json' }, credentials: 'omit', signal })).json();

// Asked for as the page's head asks for it ahead of the scripts; anybody gets the same.
/** @param {string} url @returns {Promise<any>} */
const getFile = async (url) => (await ask(url, {})).json();

/** @param {string} url @returns {Promise<string>} */
export const getText = async (url) => (await ask(url, {})).text();

/** What the person signed in may read. @param {string} url @returns {Promise<any>} */
export const getOwn = async (url) => (await ask(url, { headers: { accept: 'application/json' } })).json();

/**
 * @param {string} url
 * @param {unknown} body
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
const postJson = async (url, body, signal) => (await ask(url, { method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify(body), signal })).json();

/**
 * A request that changes something; what the server refuses is thrown.
 * @param {string} method
 * @param {string} url
 * @param {object} [body] sent as JSON
 * @param {Record<string, string>} [headers]
 * @returns {Promise<any>} null where the answer has no body
 */
export async function change(method, url, body, headers = {}) {
  const response = await ask(url, {
    method,
    headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    body: body ? JSON.stringify(body) : undefined,
  });
  return response.status === 204 ? null : response.json();
}

/** The answer, when it is one. @param {string} url @param {RequestInit} init @returns {Promise<Response>} */
async function ask(url, init) {
  const { signal } = init;
  let response;
  try {
    response = await fetch(onSite(url), withoutCookies ? { ...init, credentials: 'omit' } : init);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestError(url, 0, error instanceof Error ? error.message : String(error));
  }
  if (!response.ok) throw new RequestError(url, response.status, await problemOf(response), Number(response.headers.get('retry-after')) || 0);
  if (response.headers.get('cache-status')?.includes('database-away')) tellOld(Math.ceil(Number(response.headers.get('age')) / 60));
  return response;
}

/**
 * Sends something and gives what came back, whatever its status; throws only where nothing came.
 * @param {'GET'|'POST'|'PUT'|'PATCH'|'DELETE'} method
 * @param {string} url
 * @param {{body?: unknown, headers?: Record<string, string>, signal?: AbortSignal}} [with_]
 * @returns {Promise<{status: number, body: any, etag: string|null, retryAfter: string|null}>}
 */
export async function send(method, url, { body, headers = {}, signal } = {}) {
  let response;
  try {
    response = await fetch(onSite(url), { method, signal, credentials: 'same-origin', headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestError(url, 0, error instanceof Error ? error.message : String(error));
  }
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, body: isJson ? await response.json() : null, etag: response.headers.get('etag'), retryAfter: response.headers.get('retry-after') };
}

/**
 * Sends a file as it is, telling how much of it has gone: that is what fetch cannot tell.
 * @param {string} url
 * @param {Blob} file
 * @param {Record<string, string>} headers
 * @param {(share: number) => void} told from 0 to 1
 * @param {AbortSignal} signal
 * @returns {Promise<{status: number, body: any}>}
 */
export function upload(url, file, headers, told, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', onSite(url));
    for (const [name, value] of Object.entries({ accept: 'application/json', 'content-type': 'application/octet-stream', ...headers })) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => told(total ? loaded / total : 0));
    request.addEventListener('load', () => resolve({ status: request.status, body: request.getResponseHeader('content-type')?.includes('json') ? JSON.parse(request.responseText) : null }));
    request.addEventListener('error', () => reject(new RequestError(url, 0, '')));
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** The words of an RFC 9457 problem, else the status. @param {Response} response */
async function problemOf(response) {
  const fallback = `${response.status} ${response.statusText}`.trim();
  if (!response.headers.get('content-type')?.includes('json')) return fallback;
  const problem = await response.json();
  return problem.detail ?? problem.title ?? fallback;
}

/**
 * Incidents as columns, asked for as the page's head does, and read as they come into one array of the size that the file's directory tells.
 * @param {string} query filter and part, without `?`
 * @param {{signal?: AbortSignal, progress?: (share: number) => void}} [more]
 * @returns {Promise<ColumnFile>}
 */
export async function getColumns(query, { signal, progress } = {}) {
  const url = `api/incidents/columns?${query}`;
  const { body } = await ask(url, { headers: { accept: '*/*' }, signal });
  if (!body) throw new RequestError(url, 0, 'no answer');
  let bytes = new Uint8Array(0);
  let size = 0;
  for (let known = false, reader = body.getReader(); ;) {
    const { done, value } = await reader.read().catch((error) => { throw signal?.aborted ? error : new RequestError(url, 0, String(error)); });
    if (done) break;
    if (size + value.length > bytes.length) bytes = grown(bytes.subarray(0, size), known ? size + value.length : Math.max(2 ** 16, 2 * (size + value.length)));
    bytes.set(value, size);
    size += value.length;
    const whole = known ? bytes.length : lengthOf(bytes.subarray(0, size));
    if (!known && whole !== null) {
      known = true;
      bytes = grown(bytes.subarray(0, size), Math.max(whole, size));
    }
    if (known) progress?.(size / bytes.length);
  }
  return new ColumnFile(bytes.subarray(0, size));
}

/** @param {Uint8Array} bytes @param {number} size */
function grown(bytes, size) {
  const more = new Uint8Array(size);
  more.set(bytes);
  return more;
}

/** The ids of what meets a filter. @param {string} query @param {AbortSignal} [signal] @returns {Promise<import('./texts.js').FixedTexts>} */
export const getIds = async (query, signal) => (await getColumns(`${query}&part=ids`, { signal })).fixed('id');

/**
 * All pages of incidents, one after the other, by the links that the server gives.
 * @param {string} query filter parameters without `?`
 * @param {AbortSignal} [signal]
 * @returns {AsyncGenerator<{features: import('./columns.js').Feature[], matched: number|null, pub: number}>}
 */
export async function* incidentPages(query, signal) {
  /** @type {string|null} */
  let next = `api/incidents?${query ? `${query}&` : ''}limit=10000`;
  while (next) {
    /** @type {any} */
    const page = await getJson(next, signal);
    yield { features: page.features, matched: page.numberMatched ?? null, pub: page.pub };
    const link = page.links.find((/** @type {{rel: string}} */ { rel }) => rel === 'next');
    next = link ? onThisHost(link.href) : null;
  }
}

// Links are absolute with the public address; the page may have been opened by another name of the same server.
/** @param {string} href */
export function onThisHost(href) {
  const { pathname, search } = new URL(href, SITE);
  return pathname + search;
}

/** @param {string} id @param {string} asOf @param {AbortSignal} [signal] */
export const getIncident = (id, asOf, signal) => getJson(`api/incidents/${encodeURIComponent(id)}${asOf ? `?asOf=${asOf}` : ''}`, signal);

/** @param {string} id @param {AbortSignal} [signal] */
export const getEpisode = (id, signal) => getJson(`api/episodes/${encodeURIComponent(id)}`, signal);

/** @param {string} id @param {string} asOf @param {AbortSignal} [signal] */
export const getNearby = (id, asOf, signal) => getJson(`api/incidents/${encodeURIComponent(id)}/nearby${asOf ? `?asOf=${asOf}` : ''}`, signal);

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<any[]>} public versions, newest first */
export const getHistory = async (id, signal) => (await getJson(`api/incidents/${encodeURIComponent(id)}/history`, signal)).versions;

/** Public sources in full. @param {readonly string[]} ids @param {string} asOf @param {AbortSignal} [signal] @returns {Promise<any[]>} */
export const getSources = async (ids, asOf, signal) => (await getJson(`api/sources?ids=${ids.join()}${asOf ? `&asOf=${asOf}` : ''}`, signal)).sources;

/**
 * How many incidents of a filter have each value of a list that the columns do not hold.
 * @param {'actor'|'publisher'|'province'|'district'} by
 * @param {string} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<Counts>}
 */
export const getCounts = (by, query, signal) => getJson(`api/counts/${by}${query ? `?${query}` : ''}`, signal);

/** @typedef {{incidents: number, latest: string|null, updated: string|null}} Count @typedef {Count & {values: (Count & {value: string, name: string})[]}} Counts */

/** Incidents with these words, latest first. @param {string} words @param {string} asOf @param {AbortSignal} [signal] @returns {Promise<import('./columns.js').Feature[]>} */
export const searchIncidents = async (words, asOf, signal) => (await getJson(`api/incidents?q=${encodeURIComponent(words)}&limit=6${asOf ? `&asOf=${asOf}` : ''}`, signal)).features;

/** @returns {Promise<{id: string, title: string, start: string|null, end: string|null}[]>} */
export const getEpisodes = async () => (await getJson('api/episodes')).episodes;

/** @returns {Promise<{id: string, name: string, aliases: string[]}[]>} */
export const getActors = async () => (await getJson('api/actors')).actors;

/** @param {string} id @param {AbortSignal} [signal] */
export const getPlace = (id, signal) => getJson(`api/places/${encodeURIComponent(id)}?${names()}`, signal);

/** @param {string} text @param {AbortSignal} [signal] */
export const searchPlaces = async (text, signal) => (await getJson(`api/places/search?q=${encodeURIComponent(text)}&limit=8&${names()}`, signal)).places;

/** What lies at a position in any notation. @param {string} text @param {AbortSignal} [signal] */
export const reversePlace = (text, signal) => getJson(`api/places/reverse?at=${encodeURIComponent(text)}&limit=3&${names()}`, signal);

/** @param {import('../places/rows.js').Query[]} queries @param {AbortSignal} [signal] @returns {Promise<import('../places/rows.js').Answer[]>} */
export const resolvePlaces = async (queries, signal) => (await postJson(`api/places/resolve?limit=5&${names()}`, { queries }, signal)).results;

/** Names of places come in the language of the page, whatever the browser prefers. */
const names = () => `lang=${inUse().code}`;

/** @returns {Promise<{kind: string, family: string, label: string}[]>} */
export const getKinds = async () => (await getFile('vocabulary/kinds.json')).kinds.map(labelled);

/** An item of a vocabulary with its label in the page's language. @template {{label: string, labels?: Record<string, string>}} T @param {T} item */
const labelled = (item) => ({ ...item, label: item.labels?.[inUse().code] ?? item.label });

/** Names of places in the page's language by their English ones. @returns {Promise<Record<'province'|'district'|'place', Record<string, string>>>} */
export const getPlaceNames = () => getJson(`api/places/names?${names()}`).then(({ names: known }) => known);

/** Words for harmed groups, by their English ones. @returns {Promise<Record<string, string>>} */
export const getGroupNames = async () => {
  const { sides, categories } = await getJson('vocabulary/groups.json');
  return Object.fromEntries([...sides, ...categories].map((item) => [item.label, labelled(item).label]));
};

/** What headings of a table say, as rows of a heading and its role. @returns {Promise<string[][]>} */
export const getHeadings = async () => (await getText('vocabulary/csv-columns.tsv')).split('\n').slice(1).map((line) => line.split('\t'));

/** @param {string} name */
export const getBasemap = (name) => getFile(`basemap/${name}.json`);

/** @param {number} since @param {AbortSignal} [signal] @returns {Promise<{changes: {pub: number, id: string}[], pub: number, more: boolean}>} */
export const getChanges = (since, signal) => getJson(`api/changes?since=${since}&limit=1000`, signal);

/**
 * Opens the stream of public changes; the browser opens it again by itself when it breaks.
 * @param {number} since
 * @param {import('./live.js').Listening} listening
 * @returns {() => void} closes it
 */
export function openChanges(since, listening) {
  const source = new EventSource(onSite(`api/changes/stream?since=${since}`));
  const on = (/** @type {string} */ name, /** @type {(data: any) => void} */ run) => source.addEventListener(name, (event) => run(JSON.parse(/** @type {MessageEvent} */ (event).data)));
  on('change', listening.change);
  on('pub', ({ pub }) => listening.reached(pub));
  on('reset', listening.reset);
  source.addEventListener('error', () => { if (source.readyState === EventSource.CLOSED) listening.refused(); });
  return () => source.close();
}

/** The present public sequence. @returns {Promise<number>} */
export const getPub = async () => (await getJson('api/incidents?limit=1')).pub;

/** @typedef {{text: string, href?: string}} Run @typedef {{pub: number, incidents: number, paragraphs: Run[][], table: {head: string[], rows: Run[][]}, notes: Run[][], markdown: string, html: string}} Overview */

/** What a filter shows, in words for a report. @param {string} query @param {AbortSignal} [signal] @returns {Promise<Overview>} */
export const getOverview = (query, signal) => getJson(`api/overview?${query}`, signal);
