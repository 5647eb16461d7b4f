// @ts-check
// What a pointer does on the chart: a mouse points, presses and brushes; a finger taps, swipes, and brushes after it was held.

/**
 * @typedef {import('./area.js').Cell} Cell
 * @typedef {object} Held
 * @property {(x: number, y: number) => Cell} cellAt pixels within the plot
 * @property {(cell: Cell|null) => void} point
 * @property {(from: Cell, to: Cell, done: boolean) => void} brush
 * @property {(cell: Cell, touch: boolean) => void} choose
 * @property {(pixels: number) => void} pan the axis of time was drawn
 * @property {() => boolean} pinching
 */

/** Pixels before a press becomes a drag, and milliseconds after which a finger brushes. */
const DRAG = 5;
const HOLD = 350;

/** @param {HTMLElement} plot @param {Held} held @returns {{giveUp: () => void}} */
export function listenForPointer(plot, held) {
  /** @type {(() => void)|null} */
  let stop = null;
  const at = (/** @type {PointerEvent} */ event) => {
    const { left, top } = plot.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const cellUnder = (/** @type {PointerEvent} */ event) => { const { x, y } = at(event); return held.cellAt(x, y); };

  plot.addEventListener('pointermove', (event) => { if (!stop && event.pointerType !== 'touch') held.point(cellUnder(event)); });
  plot.addEventListener('pointerleave', (event) => { if (!stop && event.pointerType !== 'touch') held.point(null); });
  plot.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || held.pinching()) return;
    stop?.();
    const touch = event.pointerType === 'touch';
    const from = at(event);
    const cell = cellUnder(event);
    let doing = /** @type {'nothing'|'brush'|'pan'} */ ('nothing');
    let drawn = from.x;
    const hold = touch ? window.setTimeout(() => { doing = 'brush'; held.brush(cell, cell, false); }, HOLD) : 0;
    const move = (/** @type {PointerEvent} */ next) => {
      if (next.pointerId !== event.pointerId) return;
      const now = at(next);
      if (doing === 'nothing' && Math.hypot(now.x - from.x, now.y - from.y) >= DRAG) {
        clearTimeout(hold);
        doing = touch ? 'pan' : 'brush';
      }
      if (doing === 'brush') held.brush(cell, cellUnder(next), false);
      else if (doing === 'pan') {
        held.pan(drawn - now.x);
        drawn = now.x;
      }
    };
    const release = (/** @type {PointerEvent} */ last) => {
      if (last.pointerId !== event.pointerId) return;
      stop?.();
      if (last.type === 'pointercancel') return held.point(null);
      if (doing === 'brush') held.brush(cell, cellUnder(last), true);
      else if (doing === 'nothing') held.choose(cell, touch);
    };
    stop = () => {
      clearTimeout(hold);
      plot.removeEventListener('pointermove', move);
      plot.removeEventListener('pointerup', release);
      plot.removeEventListener('pointercancel', release);
      stop = null;
    };
    plot.setPointerCapture(event.pointerId);
    plot.addEventListener('pointermove', move);
    plot.addEventListener('pointerup', release);
    plot.addEventListener('pointercancel', release);
    plot.focus({ preventScroll: true });
    event.preventDefault();
  });
  plot.addEventListener('contextmenu', (event) => event.preventDefault());
  return { giveUp: () => { stop?.(); held.point(null); } };
}
