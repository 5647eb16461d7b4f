// @ts-check
// The sign-out of the bar, the same on every page of people signed in.
import { h } from '../ui/dom.js';
import { onPress } from './form.js';
import { leave } from './session.js';

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-sign-out]'))) {
  const message = h('span', { class: 'message', role: 'alert' });
  button.after(message);
  onPress(button, message, () => leave('api/session'));
}
