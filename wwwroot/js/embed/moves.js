// @ts-check
// How a reader moves the map of an embed without being caught in it: a wheel scrolls the page unless a key is held,
// one finger scrolls the page and two move the map; a mouse drags, keys move.

/**
 * @typedef {{x: number, y: number}} Point within the element
 * @typedef {object} Moved
 * @property {() => boolean} isFree
 * @property {() => {width: number, height: number}} size
 * @property {(across: number, down: number) => void} pan
 * @property {(steps: number, at: Point) => void} zoom
 * @property {() => void} hint the page scrolls, and the reader may have meant the map
 */

const WHEEL = 1 / 240;
/** Pixels from which a press is a drag. */
const DRAG = 4;
/** Pixels an arrow key moves by. */
const STEP = 80;

/** @param {HTMLElement} element @param {Moved} map */
export function listenForMoves(element, map) {
  /** @type {Map<number, Point>} */
  const fingers = new Map();
  let dragged = false;
  const pointOf = (/** @type {MouseEvent} */ event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const lift = (/** @type {PointerEvent} */ event) => {
    fingers.delete(event.pointerId);
    element.classList.remove('dragging');
  };
  element.addEventListener('wheel', (event) => {
    if (!map.isFree()) return;
    if (!event.ctrlKey && !event.metaKey) return map.hint();
    event.preventDefault();
    map.zoom(-event.deltaY * (event.deltaMode === 1 ? 30 : 1) * WHEEL, pointOf(event));
  }, { passive: false });
  element.addEventListener('pointerdown', (event) => {
    if (!map.isFree() || event.button !== 0 || event.target instanceof Element && event.target.closest('button, a')) return;
    fingers.set(event.pointerId, pointOf(event));
    dragged = false;
  });
  element.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = pointOf(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (!other && event.pointerType === 'touch') return; // The page scrolls.
    if (!dragged && Math.hypot(now.x - before.x, now.y - before.y) < DRAG) return;
    if (!dragged) {
      dragged = true;
      element.setPointerCapture(event.pointerId);
      element.classList.add('dragging');
    }
    fingers.set(event.pointerId, now);
    if (!other) return map.pan(now.x - before.x, now.y - before.y);
    const middle = (/** @type {Point} */ a) => ({ x: (a.x + other.x) / 2, y: (a.y + other.y) / 2 });
    const apart = (/** @type {Point} */ a) => Math.max(10, Math.hypot(a.x - other.x, a.y - other.y));
    map.pan(middle(now).x - middle(before).x, middle(now).y - middle(before).y);
    map.zoom(Math.log2(apart(now) / apart(before)), middle(now));
  });
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel'])) element.addEventListener(type, lift);
  // The click that ends a drag chooses nothing.
  element.addEventListener('click', (event) => {
    if (dragged) event.stopImmediatePropagation();
    dragged = false;
  }, { capture: true });
  element.addEventListener('dblclick', (event) => { if (map.isFree()) map.zoom(event.shiftKey ? -1 : 1, pointOf(event)); });
  element.addEventListener('keydown', (event) => {
    if (!map.isFree() || event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] }[event.key];
    const steps = { '+': 0.75, '=': 0.75, '-': -0.75 }[event.key];
    if (arrow) map.pan(arrow[0], arrow[1]);
    else if (steps) map.zoom(steps, { x: map.size().width / 2, y: map.size().height / 2 });
    else return;
    event.preventDefault();
  });
}
