// @ts-check
// A menu of the bar: a summary, and what opens below it.
import { h, icon } from './dom.js';

/** @param {string} label @param {string} path @param {...Node} items */
export function menu(label, path, ...items) {
  const details = h('details', { class: 'menu' }, h('summary', {}, icon(path), h('span', {}, label)), h('div', { class: 'menu-items' }, items));
  details.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !details.contains(event.relatedTarget)) details.open = false;
  });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    details.open = false;
    details.querySelector('summary')?.focus();
  });
  return details;
}
