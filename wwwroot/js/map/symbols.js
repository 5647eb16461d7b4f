// @ts-check
// What a mark looks like: sizes, shapes and paths. Colours come from the style sheet, by family.

/** @typedef {'circle'|'triangle'|'star'|'chevron'|'cross'|'square'|'gate'|'hollow'|'fence'|'dot'} Symbol */

/** A shape a family, so that no kind is told by colour alone. In the order of FAMILIES. @type {readonly Symbol[]} */
export const SHAPES = ['circle', 'triangle', 'star', 'chevron', 'cross', 'square', 'gate', 'hollow', 'fence', 'dot'];

const LEAST = 5;
/** Radius of the largest symbol. */
export const MOST = 24;

/** Radius in pixels of a symbol: its area grows with the lowest figure. @param {number} killed below 0: nobody said */
export const radiusOf = (killed) => (killed <= 0 ? LEAST : Math.min(MOST, LEAST + 1.55 * Math.sqrt(killed)));

/**
 * The ring for what the range holds beyond the lowest figure.
 * @param {number} low below 0: nobody said
 * @param {number} high below 0: open, or nobody said
 * @returns {{radius: number, open: boolean}|null}
 */
export function ringOf(low, high) {
  if (low < 0 && high < 0) return null;
  if (high < 0) return { radius: radiusOf(low) + 3.5, open: true };
  return high > Math.max(low, 0) ? { radius: Math.max(radiusOf(high), radiusOf(low) + 2.5), open: false } : null;
}

/** Radius of the disc that stands for several incidents at one spot. @param {number} count */
export const stackRadius = (count) => Math.min(22, 8.5 + 1.5 * Math.sqrt(count));

/** Radius of the disc that stands for many at spots near one another: it grows with their order of magnitude. @param {number} count */
export const groupRadius = (count) => Math.min(25, 9 + 1.6 * Math.log2(count));

/** How many pixels more than its radius a mark can be hit by: fingers need about 44 in all. @param {boolean} coarse */
export const hitSlack = (coarse) => (coarse ? 14 : 3);

/**
 * @param {CanvasPath} path
 * @param {Symbol} shape
 * @param {number} x
 * @param {number} y
 * @param {number} r radius of the circle of the same weight
 */
export function trace(path, shape, x, y, r) {
  switch (shape) {
    case 'triangle': return polygon(path, x, y + r * 0.18, r * 1.28, 3, -Math.PI / 2);
    case 'square': return polygon(path, x, y, r * 1.22, 4, -Math.PI / 4);
    case 'chevron': return points(path, x, y, r * 1.1, [[-0.85, -0.95], [0.15, -0.95], [1, 0], [0.15, 0.95], [-0.85, 0.95], [-0.1, 0]]);
    case 'star': return star(path, x, y, r * 1.3, r * 0.72, 8);
    case 'cross': return points(path, x, y, r * 1.12, CROSS);
    case 'gate': return points(path, x, y, r * 1.15, [[-1, -0.55], [1, -0.55], [1, 0.55], [-1, 0.55]]);
    case 'fence': return points(path, x, y, r * 1.1, FENCE);
    case 'dot': return circle(path, x, y, r * 0.8);
    default: return circle(path, x, y, r);
  }
}

const CROSS = [[-1, -0.55], [-0.55, -1], [0, -0.45], [0.55, -1], [1, -0.55], [0.45, 0], [1, 0.55], [0.55, 1], [0, 0.45], [-0.55, 1], [-1, 0.55], [-0.45, 0]];
const FENCE = [[-0.95, -0.6], [-0.5, -1], [-0.05, -0.6], [0.05, -0.6], [0.5, -1], [0.95, -0.6], [0.95, 0.9], [-0.95, 0.9]];

/** @param {CanvasPath} path @param {number} x @param {number} y @param {number} r */
function circle(path, x, y, r) {
  path.moveTo(x + r, y);
  path.arc(x, y, r, 0, 2 * Math.PI);
}

/** @param {CanvasPath} path @param {number} x @param {number} y @param {number} r @param {readonly number[][]} list */
function points(path, x, y, r, list) {
  list.forEach(([dx, dy], at) => (at === 0 ? path.moveTo(x + dx * r, y + dy * r) : path.lineTo(x + dx * r, y + dy * r)));
  path.closePath();
}

/** @param {CanvasPath} path @param {number} x @param {number} y @param {number} r @param {number} sides @param {number} turn */
function polygon(path, x, y, r, sides, turn) {
  points(path, x, y, r, Array.from({ length: sides }, (_, at) => [Math.cos(turn + 2 * Math.PI * at / sides), Math.sin(turn + 2 * Math.PI * at / sides)]));
}

/** @param {CanvasPath} path @param {number} x @param {number} y @param {number} outer @param {number} inner @param {number} tips */
function star(path, x, y, outer, inner, tips) {
  points(path, x, y, 1, Array.from({ length: tips * 2 }, (_, at) => {
    const r = at % 2 === 0 ? outer : inner;
    return [r * Math.sin(Math.PI * at / tips), -r * Math.cos(Math.PI * at / tips)];
  }));
}
