// @ts-check
// What is shown at each site now. It follows the selection: a step changes the sites of what came and went, and no others.

/**
 * @typedef {import('./sites.js').Sites} Sites
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {object} Watcher is told of each incident that comes or goes
 * @property {() => void} begin takes all that is shown now
 * @property {(site: number, family: number, change: 1|-1, sites: -1|0|1) => void} change sites: whether the site itself came or went
 * @property {() => void} reset nothing is shown
 */

export class Tally {
  /** Incidents shown at each site. */ count;
  /** The one family of all shown at a site, -1 where they are of several. */ sole;
  /** The incident where one alone is shown, for of several this is no row. */ only;
  /** Families. */ width;
  /** The sites with any, the first `size`, in no order. */ active;
  size = 0;
  #of;
  #family;
  /** Where each site stands among the active. */ #place;
  /** Where the families of a site are counted; -1: it never has more than one incident. */ #slot;
  /** Slot * width + family. */ #families;
  /** How many families a site has now, and which: those that are there an odd number of times come to one where there is one. */ #several;
  #which;
  #version = -1;
  /** @type {Watcher|null} */ #watcher = null;

  /** @param {Sites} sites @param {Columns} columns @param {number} width families */
  constructor({ size, of }, { family }, width) {
    this.#of = of;
    this.#family = family;
    this.width = width;
    this.count = new Uint32Array(size);
    for (let row = 0; row < of.length; row++) this.count[of[row]]++;
    let slots = 0;
    this.#slot = new Int32Array(size);
    for (let site = 0; site < size; site++) this.#slot[site] = this.count[site] > 1 ? slots++ : -1;
    this.#families = new Uint32Array(slots * width);
    this.#several = new Uint8Array(slots);
    this.#which = new Uint8Array(slots);
    this.count.fill(0);
    this.sole = new Int8Array(size);
    this.only = new Uint32Array(size);
    this.active = new Uint32Array(size);
    this.#place = new Uint32Array(size);
  }

  /** Counts what is shown now. @param {import('../filter/selection.js').Selection} selection */
  follow(selection) {
    const moved = selection.movedSince(this.#version);
    this.#version = selection.version;
    if (moved) for (let at = 0; at < moved.length; at++) this.#change(moved[at], selection.fails[moved[at]] === 0 ? 1 : -1);
    else this.#anew(selection);
  }

  /** Tells a watcher of all that is shown, and from then on of what changes; there is one at a time. @param {Watcher} watcher */
  watch(watcher) {
    this.#watcher = watcher;
    watcher.begin();
  }

  /** How many incidents of each family are shown at a site that has several, at any time. @param {number} site */
  familiesAt(site) { return this.#families.subarray(this.#slot[site] * this.width, (this.#slot[site] + 1) * this.width); }

  /** @param {import('../filter/selection.js').Selection} selection */
  #anew({ rows, count }) {
    for (const list of [this.count, this.only, this.#families, this.#several, this.#which]) list.fill(0);
    this.size = 0;
    this.#watcher?.reset();
    for (let at = 0; at < count; at++) this.#change(rows[at], 1);
  }

  /** @param {number} row @param {1|-1} change */
  #change(row, change) {
    const site = this.#of[row];
    const family = this.#family[row];
    const before = this.count[site];
    this.count[site] = before + change;
    this.only[site] ^= row;
    const slot = this.#slot[site];
    if (slot < 0) this.sole[site] = family;
    else this.#changeFamily(site, slot, family, change);
    const came = before === 0 ? 1 : before + change === 0 ? -1 : 0;
    if (came === 1) {
      this.#place[site] = this.size;
      this.active[this.size++] = site;
    } else if (came === -1) {
      const last = this.active[--this.size];
      this.active[this.#place[site]] = last;
      this.#place[last] = this.#place[site];
    }
    this.#watcher?.change(site, family, change, came);
  }

  /** @param {number} site @param {number} slot @param {number} family @param {1|-1} change */
  #changeFamily(site, slot, family, change) {
    const cell = slot * this.width + family;
    const before = this.#families[cell];
    this.#families[cell] = before + change;
    if (before === 0 || before + change === 0) {
      this.#several[slot] += before === 0 ? 1 : -1;
      this.#which[slot] ^= family;
    }
    this.sole[site] = this.#several[slot] === 1 ? this.#which[slot] : -1;
  }
}
