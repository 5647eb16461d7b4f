// @ts-check
// Somebody else saved meanwhile: what they changed and what one changed oneself, field by field, and the ways on. Nothing is lost by any of them.
import { t } from '../text/t.js';
import { h } from '../ui/dom.js';
import { differences, meet, withChanges } from './difference.js';
import { differenceWords } from './difference-words.js';
import { filled } from './document.js';

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {import('./difference-words.js').Said} Said
 * @typedef {{base: Doc, mine: Doc, theirs: Doc}} Three `base`: what both began with
 */

/** Theirs with my changes on top; where both changed a field, mine stays. @param {Three} three @returns {Doc} */
export const both = ({ base, mine, theirs }) => filled(withChanges(theirs, differences(base, mine)));

/** Fields that both changed, each otherwise. @param {Three} three */
export function fought({ base, mine, theirs }) {
  const [ours, others] = [differences(base, mine), differences(base, theirs)];
  return others.filter((other) => ours.some((one) => meet(one, other) && JSON.stringify(one.after) !== JSON.stringify(other.after)));
}

/**
 * @param {Three} three
 * @param {import('./difference-words.js').Names} names
 * @param {(document: Doc) => void} take goes on with this document, on top of what they saved
 */
export function conflictView(three, names, take) {
  const { base, mine, theirs } = three;
  const struggle = fought(three);
  const list = (/** @type {string} */ title, /** @type {Said[]} */ said) => h('section', {}, h('h3', {}, title), said.length === 0 ? h('p', { class: 'muted' }, t('conflict.nothing')) : h('ul', {}, said.map((one) => change(one, struggle))));
  const way = (/** @type {string} */ name, /** @type {Doc} */ document, /** @type {boolean} */ isMain) => h('button', { type: 'button', class: isMain ? 'primary' : null, 'data-act': name, onclick: () => take(document) }, t(`conflict.take.${name}`));
  return h('div', { class: 'conflict', role: 'group', 'aria-label': t('conflict.title') },
    h('p', {}, h('strong', {}, t('desk.stale', { version: Number(theirs.version) })), ' ', struggle.length > 0 ? t('conflict.fought', { n: struggle.length }) : t('conflict.apart')),
    h('div', { class: 'sides' }, list(t('conflict.theirs'), differenceWords(base, theirs, names)), list(t('conflict.mine'), differenceWords(base, mine, names))),
    h('div', { class: 'actions' }, way('both', both(three), true), way('mine', mine, false), way('theirs', filled(theirs), false)));
}

/** @param {Said} said @param {import('./difference.js').Difference[]|any[]} struggle */
const change = ({ what, before, after, difference }, struggle) => h('li', { class: struggle.some((other) => meet(other, difference)) ? 'fought' : null },
  h('strong', {}, h('bdi', {}, what)), ' ', h('del', {}, h('bdi', {}, before)), before && after && ' → ', h('ins', {}, h('bdi', {}, after)));
