// @ts-check
// The items that are listed, those that are chosen, and what a later look at the server says of them. Pure: no page, no server.
import { refOf } from './queue-state.js';

/** @typedef {import('./queue-state.js').Item} Item */

/** Decisions that one request may hold. */
export const MOST = 100;

export class Listed {
  /** @type {Item[]} */ items = [];
  /** @type {Set<string>} */ chosen = new Set();
  /** Whether the last page is here. */ isWhole = false;

  /** The list anew. What has changed is no longer chosen: nobody has seen it so. @param {Item[]} items @param {boolean} isWhole */
  replace(items, isWhole) {
    const before = new Map(this.items.map((item) => [refOf(item), item]));
    this.chosen = new Set(items.filter((item) => this.chosen.has(refOf(item)) && !isOther(before.get(refOf(item)), item)).map(refOf));
    this.items = items;
    this.isWhole = isWhole;
  }

  /** The next page; what moved up meanwhile is not listed twice. @param {Item[]} items @param {boolean} isWhole */
  append(items, isWhole) {
    const refs = new Set(this.items.map(refOf));
    this.items = [...this.items, ...items.filter((item) => !refs.has(refOf(item)))];
    this.isWhole = isWhole;
  }

  /** @param {string} ref */
  find(ref) { return this.items.find((item) => refOf(item) === ref); }

  /** The item so many steps from another, within the list. @param {string} ref @param {number} by */
  beside(ref, by) {
    const at = this.items.findIndex((item) => refOf(item) === ref);
    if (at < 0) return by > 0 ? this.items[0] : undefined;
    return this.items[Math.min(Math.max(at + by, 0), this.items.length - 1)];
  }

  /** @param {string} ref @param {boolean} [isChosen] */
  choose(ref, isChosen = !this.chosen.has(ref)) {
    if (isChosen) this.chosen.add(ref); else this.chosen.delete(ref);
  }

  /** All that are listed, or none. @param {boolean} isChosen */
  chooseAll(isChosen) { this.chosen = new Set(isChosen ? this.items.map(refOf) : []); }

  get chosenItems() { return this.items.filter((item) => this.chosen.has(refOf(item))); }

  /** Takes decided items away. @param {string[]} refs @returns {string|null} the reference of what stands where the first of them stood */
  remove(refs) {
    const gone = new Set(refs);
    const at = this.items.findIndex((item) => gone.has(refOf(item)));
    const next = this.items.slice(Math.max(at, 0)).find((item) => !gone.has(refOf(item)));
    this.items = this.items.filter((item) => !gone.has(refOf(item)));
    for (const ref of refs) this.chosen.delete(ref);
    const left = next ?? this.items.at(-1);
    return at >= 0 && left ? refOf(left) : null;
  }

  /**
   * How the first page of the server differs from what is listed.
   * @param {Item[]} fresh newest first
   * @param {boolean} isAll nothing comes after them
   * @returns {{added: number, changed: number, gone: number}}
   */
  differs(fresh, isAll) {
    const known = new Map(this.items.map((item) => [refOf(item), item]));
    const now = new Set(fresh.map(refOf));
    const last = fresh.at(-1);
    const within = isAll || !last ? this.items : this.items.filter((item) => item.at > last.at);
    return {
      added: fresh.filter((item) => !known.has(refOf(item))).length,
      changed: fresh.filter((item) => isOther(known.get(refOf(item)), item)).length,
      gone: isAll || last ? within.filter((item) => !now.has(refOf(item))).length : 0,
    };
  }
}

/** @param {Item|undefined} before @param {Item} now */
const isOther = (before, now) => before !== undefined && (before.version !== now.version || before.kind !== now.kind);

/**
 * What the API is sent of decisions about items, in requests that it takes.
 * @param {readonly Item[]} items
 * @param {'accept'|'reject'} decision
 * @param {string} reason
 */
export function decisionsOf(items, decision, reason) {
  const all = items.map(({ kind, id, other, version }) => ({ kind, id, ...(other ? { other } : {}), version, decision, reason }));
  return Array.from({ length: Math.ceil(all.length / MOST) }, (_, at) => all.slice(at * MOST, (at + 1) * MOST));
}
