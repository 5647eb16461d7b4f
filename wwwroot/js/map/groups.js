// @ts-check
// Where a view holds more spots than anybody could tell apart, near ones are drawn as one disc that opens on a click.
// What is near goes by a grid that stands still on the ground. Few that are shown at a time are drawn one by one all the same.
// The cells are counted along with the sites, so that a picture of very many costs no more than its discs.
import { MOST, groupRadius } from './symbols.js';

/**
 * @typedef {import('./marks.js').Marks} Marks
 * @typedef {import('./canvas-layer.js').Frame} Frame
 * @typedef {import('./sites.js').Sites} Sites
 * @typedef {import('./tally.js').Tally} Tally
 *
 * @typedef {object} Groups the first `count`
 * @property {number} count
 * @property {number} width families
 * @property {Uint32Array} cell of the grid
 * @property {Uint32Array} sites
 * @property {Uint32Array} incidents
 * @property {Uint32Array} families group * width + family
 *
 * @typedef {(marks: Marks, site: number, x: number, y: number, r: number) => void} Add
 */

/** Views with more spots than this, at any time, are grouped when so many of them are shown; and no more when fewer are. */
export const CROWD = 2500;
const SHOWN = 600;
const NO_MORE = 400;
/** Pixels within which spots are near. */
const CELL = 56;
/** Pixels are added up in parts, so that what is taken away again leaves nothing behind. */
const PARTS = 16;

/** @param {number} size @param {number} width @returns {Groups} */
const roomFor = (size, width) => ({ count: 0, width, cell: new Uint32Array(size), sites: new Uint32Array(size), incidents: new Uint32Array(size), families: new Uint32Array(size * width) });

export const noGroups = () => roomFor(0, 0);

/** The spots of a view. */
export class Crowd {
  /** Spots shown now. */ shown = 0;
  #frame;
  #sites;
  #tally;
  /** Cell of each spot, counted from the first spot; -1: outside of the view. */ #cellOf;
  /** Spots of the view by cell. */ #spots;
  /** Where each cell's spots begin. */ #from;
  /** The sites shown of each cell, and which if it is one: what is there an odd number of times. */ #count;
  #only;
  #incidents;
  #families;
  #x;
  #y;
  /** A spot that stands for its cell, kept while it is shown. */ #foremost;

  /** @param {Frame} frame @param {Sites} sites @param {Tally} tally */
  constructor(frame, sites, tally) {
    this.#frame = frame;
    this.#sites = sites;
    this.#tally = tally;
    const across = Math.ceil(frame.width / CELL) + 3;
    const cells = across * (Math.ceil(frame.height / CELL) + 3);
    this.#cellOf = cellsOf(frame, sites, across);
    this.#from = new Uint32Array(cells + 1);
    for (let at = 0; at < this.#cellOf.length; at++) if (this.#cellOf[at] >= 0) this.#from[this.#cellOf[at] + 1]++;
    for (let cell = 0; cell < cells; cell++) this.#from[cell + 1] += this.#from[cell];
    this.#spots = new Uint32Array(this.#from[cells]);
    const next = this.#from.slice();
    for (let at = 0; at < this.#cellOf.length; at++) if (this.#cellOf[at] >= 0) this.#spots[next[this.#cellOf[at]]++] = sites.spots + at;
    this.#count = new Uint32Array(cells);
    this.#only = new Uint32Array(cells);
    this.#incidents = new Uint32Array(cells);
    this.#families = new Uint32Array(cells * tally.width);
    this.#x = new Float64Array(cells);
    this.#y = new Float64Array(cells);
    this.#foremost = new Uint32Array(cells);
  }

  /** Whether it is the one of a view. @param {Frame} frame */
  fits({ scale, left, top, width, height }) {
    const mine = this.#frame;
    return mine.scale === scale && mine.left === left && mine.top === top && mine.width === width && mine.height === height;
  }

  /** Whether spots are drawn as groups. @param {boolean} before whether they were */
  isGrouped(before) { return this.#spots.length > CROWD && this.shown >= (before ? NO_MORE : SHOWN); }

  reset() {
    this.shown = 0;
    for (const list of [this.#count, this.#only, this.#incidents, this.#families, this.#x, this.#y]) list.fill(0);
  }

  begin() {
    const { count } = this.#tally;
    for (let at = 0; at < this.#spots.length; at++) {
      const site = this.#spots[at];
      if (count[site] === 0) continue;
      const cell = this.#cell(site);
      this.#takeSite(cell, site, 1);
      this.#incidents[cell] += count[site];
      this.#addFamilies(this.#families, cell, site, 1);
    }
  }

  /** @param {number} site @param {number} family @param {1|-1} change @param {-1|0|1} came */
  change(site, family, change, came) {
    const cell = this.#cell(site);
    if (cell < 0) return;
    if (came !== 0) this.#takeSite(cell, site, came);
    this.#incidents[cell] += change;
    this.#families[cell * this.#tally.width + family] += change;
  }

  /** The spots shown in the view, in drawing order. */
  inOrder() {
    const found = new Uint32Array(this.shown);
    const all = this.#spots.length < this.#tally.size;
    const among = all ? this.#spots : this.#tally.active;
    const length = all ? this.#spots.length : this.#tally.size;
    for (let at = 0, next = 0; at < length; at++) if (all ? this.#tally.count[among[at]] > 0 : this.#cell(among[at]) >= 0) found[next++] = among[at];
    return found.sort();
  }

  /**
   * A mark a cell: its one spot, or a group. The spot that is selected stands by itself.
   * @param {Marks} marks
   * @param {number} selected site, -1 for none
   * @param {(site: number) => number} radius
   * @param {Add} add
   */
  place(marks, selected, radius, add) {
    const apart = selected >= 0 && this.#tally.count[selected] > 0 ? this.#cell(selected) : -1;
    if (marks.groups.cell.length < this.#count.length) marks.groups = roomFor(this.#count.length, this.#tally.width);
    const spot = (/** @type {number} */ site) => add(marks, site, this.#pixelX(site), this.#pixelY(site), radius(site));
    for (let cell = 0; cell < this.#count.length; cell++) {
      if (this.#count[cell] === 0) continue;
      const count = cell === apart ? this.#count[cell] - 1 : this.#count[cell];
      if (count === 1) spot(cell === apart ? this.#only[cell] ^ selected : this.#only[cell]);
      else if (count > 1) this.#placeGroup(marks, cell, cell === apart ? selected : -1, add);
    }
    if (apart >= 0) spot(selected);
  }

  /** Where the spots of a group lie, in pixels of the frame: west, north, east, south. @param {Groups} groups @param {number} group */
  box({ cell }, group) {
    const box = { west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
    for (const site of this.#spots.subarray(this.#from[cell[group]], this.#from[cell[group] + 1])) {
      if (this.#tally.count[site] === 0) continue;
      const [x, y] = [this.#pixelX(site), this.#pixelY(site)];
      box.west = Math.min(box.west, x);
      box.north = Math.min(box.north, y);
      box.east = Math.max(box.east, x);
      box.south = Math.max(box.south, y);
    }
    return box;
  }

  // The disc stands amid its spots and not on one of them, which it would seem to name.
  /** @param {Marks} marks @param {number} cell @param {number} without site, -1 for none @param {Add} add */
  #placeGroup(marks, cell, without, add) {
    const { groups } = marks;
    const { width, count: tallied } = this.#tally;
    const group = groups.count++;
    const [x, y] = without < 0 ? [0, 0] : [partsOf(this.#pixelX(without)), partsOf(this.#pixelY(without))];
    groups.cell[group] = cell;
    groups.sites[group] = this.#count[cell] - (without < 0 ? 0 : 1);
    groups.incidents[group] = this.#incidents[cell] - (without < 0 ? 0 : tallied[without]);
    groups.families.set(this.#families.subarray(cell * width, (cell + 1) * width), group * width);
    if (without >= 0) this.#addFamilies(groups.families, group, without, -1);
    const parts = groups.sites[group] * PARTS;
    add(marks, this.#foremostOf(cell, without), (this.#x[cell] - x) / parts, (this.#y[cell] - y) / parts, groupRadius(groups.incidents[group]));
    marks.group[marks.count - 1] = group;
  }

  /** @param {number} cell @param {number} without */
  #foremostOf(cell, without) {
    const { count } = this.#tally;
    const before = this.#foremost[cell];
    if (before > 0 && before !== without && count[before] > 0) return before;
    let at = this.#from[cell];
    while (count[this.#spots[at]] === 0 || this.#spots[at] === without) at++;
    return this.#foremost[cell] = this.#spots[at];
  }

  /** @param {number} cell @param {number} site @param {1|-1} change */
  #takeSite(cell, site, change) {
    this.shown += change;
    this.#count[cell] += change;
    this.#only[cell] ^= site;
    this.#x[cell] += change * partsOf(this.#pixelX(site));
    this.#y[cell] += change * partsOf(this.#pixelY(site));
  }

  /** @param {Uint32Array} families @param {number} at @param {number} site @param {1|-1} change */
  #addFamilies(families, at, site, change) {
    const { width, sole, count } = this.#tally;
    if (sole[site] >= 0) families[at * width + sole[site]] += change * count[site];
    else this.#tally.familiesAt(site).forEach((number, family) => { families[at * width + family] += change * number; });
  }

  /** @param {number} site */
  #cell(site) { return site < this.#sites.spots ? -1 : this.#cellOf[site - this.#sites.spots]; }

  /** @param {number} site */
  #pixelX(site) { return this.#sites.x[site] * this.#frame.scale - this.#frame.left; }

  /** @param {number} site */
  #pixelY(site) { return this.#sites.y[site] * this.#frame.scale - this.#frame.top; }
}

/** @param {number} pixels */
const partsOf = (pixels) => Math.round(pixels * PARTS);

/** @param {Frame} frame @param {Sites} sites @param {number} across cells */
function cellsOf({ scale, left, top, width, height }, { x, y, size, spots }, across) {
  const cells = new Int16Array(size - spots);
  const west = -CELL - (left % CELL);
  const north = -CELL - (top % CELL);
  for (let at = 0; at < cells.length; at++) {
    const px = x[spots + at] * scale - left;
    const py = y[spots + at] * scale - top;
    const outside = px < -MOST || py < -MOST || px > width + MOST || py > height + MOST;
    cells[at] = outside ? -1 : Math.floor((py - north) / CELL) * across + Math.floor((px - west) / CELL);
  }
  return cells;
}

/** The group that a site stands for, -1 for none. @param {Marks} marks @param {number} site */
export function groupAt(marks, site) {
  for (let at = 0; at < marks.count; at++) if (marks.site[at] === site) return marks.group[at];
  return -1;
}

/** Incidents of each family in a group. @param {Groups} groups @param {number} group */
export const familiesOf = ({ families, width }, group) => families.subarray(group * width, (group + 1) * width);
