// @ts-check
// The small parts of the form: a labelled input, a choice, a row that can be taken away.
import { h, icon, ICONS } from '../ui/dom.js';
import { t } from '../text/t.js';

let last = 0;

/** An id of the page's own. */
export const freshId = () => `f${++last}`;

/**
 * A labelled line of text; what is written may run either way.
 * @param {string} label
 * @param {string} value
 * @param {(value: string) => void} changed
 * @param {import('../ui/dom.js').Attributes & {hideLabel?: boolean}} [attributes]
 */
export function textField(label, value, changed, { hideLabel = false, ...attributes } = {}) {
  const input = h('input', { id: freshId(), type: 'text', dir: 'auto', autocomplete: 'off', oninput: () => changed(input.value), ...attributes });
  input.value = value;
  return h('div', { class: 'field' }, h('label', { for: input.id, class: hideLabel ? 'hidden' : null }, label), input);
}

/**
 * @param {string} label
 * @param {string} value
 * @param {(value: string) => void} changed
 * @param {number} [rows]
 */
export function areaField(label, value, changed, rows = 3) {
  const id = freshId();
  const area = h('textarea', { id, rows, dir: 'auto', oninput: () => changed(area.value) });
  area.value = value;
  return h('div', { class: 'field' }, h('label', { for: id }, label), area);
}

/**
 * @typedef {{value: string, label: string}} Choice
 * @param {string} label
 * @param {string} value
 * @param {readonly (Choice|{label: string, choices: readonly Choice[]})[]} choices
 * @param {(value: string) => void} changed
 * @param {{hideLabel?: boolean, id?: string, field?: string}} [as] `field`: of the document, for its problems
 */
export function selectField(label, value, choices, changed, { hideLabel = false, id = freshId(), field } = {}) {
  const option = (/** @type {Choice} */ choice) => h('option', { value: choice.value, selected: choice.value === value }, choice.label);
  const select = h('select', { id, 'data-field': field, onchange: () => changed(select.value) },
    choices.map((choice) => ('choices' in choice ? h('optgroup', { label: choice.label }, choice.choices.map(option)) : option(choice))));
  return h('div', { class: 'field' }, h('label', { for: id, class: hideLabel ? 'hidden' : null }, label), select);
}

/** @param {string} label @param {boolean} value @param {(value: boolean) => void} changed */
export function checkField(label, value, changed) {
  const box = h('input', { type: 'checkbox', checked: value, onchange: () => changed(box.checked) });
  return h('label', { class: 'check' }, box, ' ', label);
}

/** @param {string} what is taken away, said to screen readers @param {() => void} remove */
export const removeButton = (what, remove) =>
  h('button', { type: 'button', class: 'quiet', 'aria-label': t('desk.remove', { what }), title: t('desk.remove', { what }), onclick: remove }, icon(ICONS.close));

/** @param {string} label @param {() => void} add @param {string} [name] of the action, for tests and shortcuts */
export const addButton = (label, add, name) => h('button', { type: 'button', class: 'add', 'data-add': name ?? null, onclick: add }, label);

/**
 * A section of the form with its own place for problems.
 * @param {string} name the field of the document that it holds
 * @param {string} title
 * @param {...(Node|string|null|false|(Node|string|null|false)[])} children
 */
export const section = (name, title, ...children) =>
  h('section', { class: 'part', id: `part-${name}`, 'data-part': name, 'aria-labelledby': `title-${name}` },
    h('h2', { id: `title-${name}` }, title), ...children, h('ul', { class: 'problems', 'data-problems': name, hidden: true }));

/** The closed list of some words with their labels. @param {string} prefix of the messages @param {readonly string[]} values @param {string} [none] label of the empty choice */
export function choicesOf(prefix, values, none) {
  const list = values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  return none === undefined ? list : [{ value: '', label: none }, ...list];
}
