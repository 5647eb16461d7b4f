// @ts-check
// Follows what changes in public while somebody looks: by the server's stream, else by asking from time to time.

/**
 * @typedef {{pub: number, id: string}} Change
 * @typedef {object} Listening
 * @property {(change: Change) => void} change
 * @property {(pub: number) => void} reached all up to this sequence is told
 * @property {() => void} reset the server begins anew
 * @property {() => void} refused the stream is not to be had and will not come back by itself
 *
 * @typedef {object} Ways
 * @property {(since: number, listening: Listening) => () => void} open opens the stream; gives what closes it
 * @property {(since: number) => Promise<{changes: Change[], pub: number, more: boolean}>} ask
 * @property {() => boolean} seen whether anybody looks
 * @property {(ids: ReadonlySet<string>|null) => Promise<boolean>} tell what has changed, null: too much to name; false when it could not be brought in
 * @property {(run: () => void, wait: number) => number} later
 * @property {(timer: number) => void} never
 */

/** Changes that come together are told together. */
export const GATHER = 600;
/** More than this is not brought in one by one. */
export const MANY = 300;
export const ASK_EVERY = 60_000;
/** So often is asked before the stream is tried again. */
const ASKS = 10;

export class Live {
  /** @type {number|null} */ #pub = null;
  /** @type {(() => void)|null} */ #close = null;
  /** @type {Set<string>} */ #ids = new Set();
  #told = 0;
  #asking = 0;
  #asked = 0;
  #ways;

  /** @param {Ways} ways */
  constructor(ways) { this.#ways = ways; }

  /** The state that is shown; null where it is not followed. */
  get pub() { return this.#pub; }

  /** Begins after a state that is shown; null: what is shown stays as it was. @param {number|null} pub */
  follow(pub) {
    this.#stop();
    this.#pub = pub;
    this.look();
  }

  /** Somebody looks, or nobody does any more. */
  look() {
    if (this.#pub === null || !this.#ways.seen()) this.#stop();
    else if (!this.#close && !this.#asking) this.#listen();
  }

  #stop() {
    this.#close?.();
    this.#close = null;
    this.#ways.never(this.#asking);
    this.#asking = 0;
  }

  #listen() {
    this.#close = this.#ways.open(this.#pub ?? 0, {
      change: (change) => this.#gather([change], change.pub),
      reached: (pub) => { this.#pub = pub; },
      reset: () => void this.#all(),
      refused: () => { this.#stop(); this.#asked = 0; this.#askLater(); },
    });
  }

  /** @param {Change[]} changes @param {number} pub */
  #gather(changes, pub) {
    this.#pub = pub;
    for (const { id } of changes) this.#ids.add(id);
    if (this.#ids.size > MANY) void this.#all();
    else if (this.#ids.size > 0 && !this.#told) this.#told = this.#ways.later(() => this.#tell(), GATHER);
  }

  // What is read anew says itself where it stands; until then nothing is followed.
  async #all() {
    this.follow(null);
    this.#ids.clear();
    if (await this.#ways.tell(null) || this.#pub !== null) return;
    this.#ways.later(() => { if (this.#pub === null) void this.#all(); }, ASK_EVERY);
  }

  async #tell() {
    const ids = this.#ids;
    this.#ids = new Set();
    const brought = await this.#ways.tell(ids);
    this.#told = 0;
    if (!brought) for (const id of ids) this.#ids.add(id);
    if (this.#ids.size > 0) this.#told = this.#ways.later(() => this.#tell(), brought ? GATHER : ASK_EVERY);
  }

  #askLater() { this.#asking = this.#ways.later(() => void this.#ask(), ASK_EVERY); }

  async #ask() {
    this.#asking = 0;
    if (this.#pub === null || !this.#ways.seen()) return;
    if (++this.#asked > ASKS) return this.#listen();
    this.#askLater();
    const since = this.#pub;
    const { changes, pub } = await this.#ways.ask(since);
    if (this.#pub === since) this.#gather(changes, pub);
  }
}
