// @ts-check
// Elements from data: text only ever becomes text.

/**
 * @typedef {Node|string|null|undefined|false} Child
 * @typedef {Record<string, string|number|boolean|null|undefined|EventListenerOrEventListenerObject>} Attributes
 */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes] `class`, `onclick` ..., anything else an attribute; null and false leave it out
 * @param {...(Child|Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** @param {Element} element @param {(Child|Child[])[]} children */
function append(element, children) {
  element.append(.../** @type {(Node|string)[]} */ (children.flat().filter((child) => child !== null && child !== undefined && child !== false)));
}

/** Puts other children in an element. @param {Element} element @param {...(Child|Child[])} children */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/** Sets an attribute that is otherwise; null takes it away: a browser looks at the page again also where it is set to what it was. @param {Element} element @param {string} name @param {string|null} value */
export function put(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Puts words in an element that has others. @param {Element} element @param {string} words */
export function say(element, words) { if (element.textContent !== words) element.textContent = words; }

/**
 * The element of an id that the page must have.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element #${id}`);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A symbol of the sprite below, by the outline of its path. @param {string} path @param {number} [size] */
export function icon(path, size = 16) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const ICONS = Object.freeze({
  play: 'M4.5 2.8v10.4L13 8z',
  pause: 'M4 3h2.8v10H4zM9.2 3H12v10H9.2z',
  back: 'M10 3 5 8l5 5',
  close: 'm4 4 8 8M12 4l-8 8',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  link: 'M6.5 9.5a2.6 2.6 0 0 0 3.8.1l2-2a2.7 2.7 0 0 0-3.8-3.8l-1 1M9.5 6.5a2.6 2.6 0 0 0-3.8-.1l-2 2a2.7 2.7 0 0 0 3.8 3.8l1-1',
  out: 'M6 3H3v10h10v-3M9 3h4v4M13 3 7 9',
  down: 'M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10',
  locate: 'M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  whole: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4M4.5 11 8 8.5l1.5-2L11.5 5',
  language: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M1.8 8h12.4M8 1.8c-3.6 3.8-3.6 8.6 0 12.4M8 1.8c3.6 3.8 3.6 8.6 0 12.4',
  layers: 'M8 2 1.8 5.4 8 8.8l6.2-3.4zM1.8 8.4 8 11.8l6.2-3.4M1.8 11.2 8 14.6l6.2-3.4',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  up: 'm3.5 10 4.5-4.5 4.5 4.5',
  fall: 'm3.5 6 4.5 4.5 4.5-4.5',
  box: 'M3 4.5h10v7H3zM3 4.5v0M13 4.5v0',
  zoomin: 'M7 3.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6M10 10l3.5 3.5M5.2 7h3.6M7 5.2v3.6',
  zoomout: 'M7 3.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6M10 10l3.5 3.5M5.2 7h3.6',
});

/** @type {HTMLElement|null} */ let announcer = null;

/** Where it is announced, in a page that has no place for it of its own. @param {HTMLElement} element */
export function announceIn(element) { announcer = element; }

/** Says something to screen readers without moving the focus. @param {string} text */
export function announce(text) { (announcer ?? byId('announcer')).textContent = text; }

/** Whether the pointer is a finger. */
export const isCoarse = () => matchMedia('(pointer: coarse)').matches;

export const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
