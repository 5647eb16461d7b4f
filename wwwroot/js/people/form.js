// @ts-check
// A form that is sent by script: one request at a time, what went wrong said beside it.
import { RequestError } from '../data/api.js';
import { t } from '../text/t.js';
import { byId } from '../ui/dom.js';

/** @param {unknown} error */
export function wordsOf(error) {
  if (!(error instanceof RequestError)) throw error;
  return error.status === 0 ? t('error.offline') : error.message;
}

/**
 * @param {string} id
 * @param {(values: Record<string, string>, form: HTMLFormElement) => Promise<string|void>} act gives what to say when it went well
 */
export function onSubmit(id, act) {
  const form = /** @type {HTMLFormElement} */ (byId(id));
  const message = /** @type {HTMLElement} */ (form.querySelector('.message'));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    message.textContent = '';
    button.disabled = true;
    try {
      message.textContent = await act(values, form) ?? '';
    } catch (error) {
      message.textContent = wordsOf(error);
    } finally {
      button.disabled = false;
    }
  });
}

/**
 * A button that does something at once.
 * @param {HTMLElement} button
 * @param {HTMLElement} message
 * @param {() => Promise<void>} act
 */
export function onPress(button, message, act) {
  button.addEventListener('click', async () => {
    message.textContent = '';
    try {
      await act();
    } catch (error) {
      message.textContent = wordsOf(error);
    }
  });
}

/** Shows a secret that is shown once. @param {string} id @param {string} words @param {string} secret */
export function showSecret(id, words, secret) {
  const place = byId(id);
  const code = document.createElement('code');
  code.textContent = secret;
  place.replaceChildren(`${words} `, code);
  place.hidden = false;
  place.tabIndex = -1;
  place.focus();
}
