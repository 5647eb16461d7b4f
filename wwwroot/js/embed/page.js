// @ts-check
// The page of a frame: one element that fills it, made of the address, and the messages with the page around it.
import '../../embed.js';
import { h } from '../ui/dom.js';
import { unwrapped, wrapped } from './messages.js';
import { ATTRIBUTE_NAMES, readEmbed } from './options.js';
import './parts.js';

/** @typedef {import('../../embed.js').BorderMap} BorderMap */

const { state, options } = readEmbed(location.search);
const element = /** @type {BorderMap} */ (h(/** @type {any} */ ('border-map'), { framed: true, state: location.search.slice(1) || null, view: options.widget === 'map' ? null : options.widget }));
document.documentElement.lang = state.lang || document.documentElement.lang;
document.body.classList.toggle('see-through', options.ground === 'transparent');
if (options.theme) document.documentElement.style.colorScheme = options.theme;
document.body.append(h('main', {}, element));
void element.load();

/** The page around it, once it has said who it is. */
let around = '';
/** @type {import('./messages.js').Told[]} */
const waiting = [];

/** @param {import('./messages.js').Told} message */
function tell(message) {
  if (around) parent.postMessage(wrapped(message), around);
  else waiting.push(message);
}

for (const type of /** @type {const} */ (['ready', 'incidentselect', 'timechange'])) element.addEventListener(type, (event) => tell({ type, detail: /** @type {CustomEvent} */ (event).detail }));
element.addEventListener('ready', () => tellSize());

// A list, a counter and a histogram say what they need; a map and a chart take what they get.
function tellSize() {
  const inner = element.shadowRoot?.querySelector('.latest > .rows, .counter');
  const stage = element.shadowRoot?.querySelector('#stage');
  if (!inner || !stage) return;
  const needed = [...(inner.classList.contains('counter') ? inner.children : [inner])].reduce((sum, child) => sum + child.getBoundingClientRect().height, 0);
  tell({ type: 'size', height: document.documentElement.clientHeight - stage.clientHeight + needed + 34 });
}

/** @param {any} message of the page around it */
function obey(message) {
  if (message.type === 'play' || message.type === 'pause' || message.type === 'fit') element[/** @type {'play'} */ (message.type)]();
  else if (message.type === 'setTime') element.setTime(String(message.datetime)).catch((error) => console.warn(error));
  else if (message.type === 'set' && ATTRIBUTE_NAMES.includes(message.name)) {
    if (typeof message.value === 'string') element.setAttribute(message.name, message.value);
    else element.removeAttribute(message.name);
  }
}

if (parent !== window) {
  addEventListener('message', (event) => {
    if (event.source !== parent) return;
    const message = unwrapped(event);
    if (message?.type === 'hello' && !around) {
      around = event.origin;
      for (const told of waiting.splice(0)) tell(told);
    } else if (message && event.origin === around) obey(message);
  });
  // Says nothing but that it listens: whom it speaks to is not known yet.
  parent.postMessage(wrapped({ type: 'hello' }), '*');
}
