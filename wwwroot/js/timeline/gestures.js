// @ts-check
// Wheel, pinch and drag that zoom and move an axis of time; the same for every plot that shares the axis.
import { dayAt } from './scale.js';

/**
 * @typedef {object} Axis
 * @property {() => import('./scale.js').Scale} scale
 * @property {(factor: number, day: number) => void} zoom
 * @property {(days: number) => void} pan
 *
 * @typedef {{x: number, y: number}} Point
 */

/** Pixels of a wheel's turn that double or halve what is shown. */
const DOUBLING = 320;

/**
 * @param {HTMLElement} element its left edge is the axis's start
 * @param {Axis} axis
 * @param {() => void} begun two fingers took over from one
 * @returns {{pinching: () => boolean}}
 */
export function listenForGestures(element, axis, begun) {
  /** @type {Map<number, number>} */
  const fingers = new Map();
  let two = false;
  let owed = 0;
  const left = () => element.getBoundingClientRect().left;
  const perDay = () => { const { domain, width } = axis.scale(); return width / (domain.last + 1 - domain.first); };

  // Days are whole: what a small movement leaves over counts for the next.
  const panBy = (/** @type {number} */ pixels) => {
    owed += pixels / perDay();
    const days = Math.trunc(owed);
    owed -= days;
    if (days !== 0) axis.pan(days);
  };

  element.addEventListener('wheel', (event) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 20 : 1;
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return panBy(sideways * unit);
    axis.zoom(2 ** (event.deltaY * unit / DOUBLING), dayAt(axis.scale(), event.clientX - left()));
  }, { passive: false });

  element.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch') return;
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size !== 2) return;
    two = true;
    begun();
  });
  element.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, event.clientX);
    if (!two || other === undefined) return;
    const apart = Math.max(24, Math.abs(event.clientX - other));
    axis.zoom(Math.max(24, Math.abs(before - other)) / apart, dayAt(axis.scale(), (event.clientX + other) / 2 - left()));
    panBy((before - event.clientX) / 2);
  });
  const lift = (/** @type {PointerEvent} */ event) => {
    fingers.delete(event.pointerId);
    if (fingers.size === 0) two = false;
  };
  for (const name of /** @type {const} */ (['pointerup', 'pointercancel'])) element.addEventListener(name, lift);
  return { pinching: () => two };
}
