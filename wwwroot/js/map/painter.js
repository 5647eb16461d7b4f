// @ts-check
// Draws the marks: hatched areas, rings of uncertainty, symbols by kind with their range, discs for several at one spot.
import { formatNumber } from '../text/t.js';
import { SHAPES, ringOf, trace } from './symbols.js';
import { AREA, RING, SPOT } from './sites.js';
import { BADGE } from './marks.js';
import { familiesOf } from './groups.js';
import { drawDurand } from './basemap.js';
import { inLocalUnits, pathOf } from './paths.js';
import { drawDisc } from './discs.js';
import { hatch } from './hatch.js';
import { stampsOf } from './stamps.js';
import { unitsOf } from './mercator.js';
import { PRECISIONS } from '../state/params.js';

/**
 * @typedef {import('./canvas-layer.js').Frame} Frame
 * @typedef {import('./theme.js').Theme} Theme
 * @typedef {import('./marks.js').Marks} Marks
 *
 * @typedef {object} Scene
 * @property {import('../data/columns.js').Columns} columns
 * @property {import('./sites.js').Sites} sites
 * @property {import('./tally.js').Tally} tally
 * @property {Marks} marks
 * @property {number} selected site, -1 for none
 * @property {number} hovered site, -1 for none
 */

/** Pixels across, from which an area is hatched along its border only. */
const WIDE = 300;
const DISTRICT = PRECISIONS.indexOf('district');
const TURN = 2 * Math.PI;
/** Where the numbers begin that pictures of each sort are kept by. */
const KEYS = { ring: 0, spot: 1e6 };

/**
 * What lies below the spots: areas and rings, and the Durand Line, which stays visible above what is hatched.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {Scene} scene
 * @param {import('./geometry.js').Shape[]} line
 * @param {Theme} theme
 * @param {string} worldview
 */
export function drawGround(context, frame, scene, line, theme, worldview) {
  const { marks, sites } = scene;
  for (let at = 0; at < marks.count; at++) {
    const type = sites.type[marks.site[at]];
    if (type === AREA) drawArea(context, frame, scene, marks.site[at], theme);
    else if (type === RING) drawRing(context, scene, at, theme);
  }
  drawDurand(context, frame, line, theme, worldview);
}

/** A number that changes with what lies below the spots, for it costs much to draw and changes seldom. @param {Scene} scene */
export function groundOf({ marks, sites, tally, selected, hovered }) {
  let number = 17;
  for (let at = 0; at < marks.count; at++) {
    const site = marks.site[at];
    if (sites.type[site] === SPOT) continue;
    const strong = site === selected || site === hovered ? 1 : 0;
    number = Math.imul(number, 31) + (site * 16 + tally.sole[site] + 1) * 2 + strong | 0;
  }
  return number;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {Scene} scene
 * @param {Theme} theme
 */
export function drawSpots(context, frame, scene, theme) {
  const { marks, sites } = scene;
  const stamps = stampsOf(theme, frame.density);
  for (let at = 0; at < marks.count; at++) if (marks.badge[at] === 1) drawBadge(context, stamps, scene, at, theme);
  for (let at = 0; at < marks.count; at++) if (sites.type[marks.site[at]] === SPOT) drawSpot(context, stamps, scene, at, theme);
  for (let at = 0; at < marks.count; at++) {
    if (marks.site[at] === scene.selected) drawFocus(context, frame, scene, at, theme, 1);
    else if (marks.site[at] === scene.hovered) drawFocus(context, frame, scene, at, theme, 0.55);
  }
}

/** @param {Scene} scene @param {number} site @param {Theme} theme */
function colourAt({ tally }, site, theme) {
  const family = tally.sole[site];
  return family < 0 ? theme.mixed : theme.family[family];
}

/** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Scene} scene @param {number} at site @param {Theme} theme */
function drawArea(context, frame, scene, at, theme) {
  const shape = scene.sites.shapes.get(at);
  if (!shape) return;
  const colour = colourAt(scene, at, theme);
  const strong = at === scene.selected || at === scene.hovered;
  inLocalUnits(context, frame, (pixel) => {
    const path = pathOf(shape, pixel);
    const pattern = hatch(context, colour, pixel);
    if (!strong && (shape.box.x1 - shape.box.x0) * frame.scale > WIDE) {
      // A wide area under hatching would hide the map: a band inside its border says the same.
      context.save();
      context.clip(path, 'evenodd');
      context.globalAlpha = 0.55;
      context.strokeStyle = pattern;
      context.lineWidth = 16 * pixel;
      context.stroke(path);
      context.restore();
      return;
    }
    context.globalAlpha = strong ? 0.75 : scene.sites.level[at] === DISTRICT ? 0.42 : 0.24;
    context.fillStyle = pattern;
    context.fill(path, 'evenodd');
    context.globalAlpha = strong ? 1 : 0.55;
    context.strokeStyle = colour;
    context.lineWidth = (strong ? 1.8 : 1) * pixel;
    context.stroke(path);
  });
}

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {number} at mark @param {Theme} theme */
function drawRing(context, scene, at, theme) {
  const { marks } = scene;
  const colour = colourAt(scene, marks.site[at], theme);
  context.beginPath();
  context.arc(marks.x[at], marks.y[at], marks.r[at], 0, TURN);
  context.globalAlpha = 0.4;
  context.fillStyle = hatch(context, colour, 1);
  context.fill();
  context.globalAlpha = 0.8;
  context.setLineDash([5, 4]);
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** @typedef {import('./stamps.js').Stamps} Stamps @typedef {import('./discs.js').Context} Context */

/** @param {CanvasRenderingContext2D} context @param {Stamps} stamps @param {Scene} scene @param {number} at mark @param {Theme} theme */
function drawSpot(context, stamps, scene, at, theme) {
  const { columns, tally, marks } = scene;
  const site = marks.site[at];
  const x = marks.x[at];
  const y = marks.y[at];
  if (marks.group[at] >= 0) return drawDisc(context, stamps, x, y, marks.r[at], familiesOf(marks.groups, marks.group[at]), true, theme);
  if (tally.count[site] > 1) return drawDisc(context, stamps, x, y, marks.r[at], tally.familiesAt(site), false, theme);
  const row = tally.only[site];
  const family = columns.family[row];
  const r = marks.r[at];
  const ring = ringOf(columns.killedLow[row], columns.killedHigh[row]);
  if (ring) {
    // To whole and half pixels, so that few pictures make all spots.
    const [radius, open] = [Math.round(ring.radius), ring.open];
    stamps.draw(context, KEYS.ring + (radius * 16 + family) * 2 + Number(open), x, y, radius + 2, (on) => drawRange(on, radius, open, theme.family[family]));
  }
  const size = Math.round(r * 2) / 2;
  stamps.draw(context, KEYS.spot + size * 32 + family, x, y, Math.ceil(size * 1.35 + 3), (on) => {
    on.globalAlpha = 0.92;
    drawSymbol(on, family, 0, 0, size, theme);
    on.globalAlpha = 1;
  });
}

/** @param {Context} context @param {number} radius @param {boolean} open @param {string} colour */
function drawRange(context, radius, open, colour) {
  context.beginPath();
  context.arc(0, 0, radius, 0, TURN);
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = 1.3;
  context.globalAlpha = 0.8;
  context.setLineDash(open ? [3, 2.5] : []);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 0.12;
  context.fill();
  context.globalAlpha = 1;
}

/** @param {Context} context @param {number} family @param {number} x @param {number} y @param {number} r @param {Theme} theme */
export function drawSymbol(context, family, x, y, r, theme) {
  const hollow = SHAPES[family] === 'hollow';
  context.beginPath();
  trace(context, SHAPES[family], x, y, hollow ? r - 1 : r);
  context.lineJoin = 'round';
  context.fillStyle = hollow ? theme.paper : theme.family[family];
  context.strokeStyle = hollow ? theme.family[family] : theme.paper;
  context.lineWidth = hollow ? 2.6 : 1.1;
  context.fill();
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {Stamps} stamps @param {Scene} scene @param {number} at mark @param {Theme} theme */
function drawBadge(context, stamps, scene, at, theme) {
  const { tally, marks } = scene;
  const site = marks.site[at];
  const count = tally.count[site];
  const family = tally.sole[site];
  const colour = colourAt(scene, site, theme);
  stamps.draw(context, `badge ${family} ${count}`, marks.x[at], marks.y[at], BADGE.width + 2, (on) => {
    const half = family < 0 ? BADGE.width - 5 : BADGE.width - 1;
    on.beginPath();
    on.roundRect(-half, -BADGE.height, half * 2, BADGE.height * 2, 3);
    on.fillStyle = theme.paper;
    on.globalAlpha = 0.94;
    on.fill();
    on.globalAlpha = 1;
    on.strokeStyle = colour;
    on.lineWidth = 1.1;
    on.setLineDash([3, 2]);
    on.stroke();
    on.setLineDash([]);
    if (family >= 0) drawSymbol(on, family, -5.5, 0, 4.2, theme);
    on.textAlign = 'center';
    on.textBaseline = 'middle';
    on.letterSpacing = '0px';
    on.font = `600 11px ${theme.font}`;
    on.fillStyle = theme.ink;
    on.fillText(formatNumber(count), family >= 0 ? 6 : 0, 0.5);
  });
}

/** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Scene} scene @param {number} at mark @param {Theme} theme @param {number} alpha */
function drawFocus(context, frame, { marks, sites, columns }, at, theme, alpha) {
  const isSpot = sites.type[marks.site[at]] === SPOT;
  if (!isSpot && marks.badge[at] === 0) return;
  context.globalAlpha = alpha;
  if (isSpot) {
    const row = sites.row[marks.site[at]];
    if (marks.group[at] < 0) uncertainty(context, unitsOf(columns.radius[row], columns.lat[row]) * frame.scale, marks.x[at], marks.y[at], theme);
    context.beginPath();
    context.arc(marks.x[at], marks.y[at], marks.r[at] + 5, 0, TURN);
  } else {
    context.beginPath();
    context.roundRect(marks.x[at] - BADGE.width - 2, marks.y[at] - BADGE.height - 3, BADGE.width * 2 + 4, BADGE.height * 2 + 6, 5);
  }
  context.strokeStyle = theme.paper;
  context.lineWidth = 5;
  context.stroke();
  context.strokeStyle = theme.focus;
  context.lineWidth = 2.4;
  context.stroke();
  context.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} context @param {number} radius pixels @param {number} x @param {number} y @param {Theme} theme */
function uncertainty(context, radius, x, y, theme) {
  if (radius < 14) return;
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.setLineDash([4, 4]);
  context.strokeStyle = theme.focus;
  context.lineWidth = 1.2;
  context.stroke();
  context.setLineDash([]);
}
