// @ts-check
// One's own account: password, tokens, sign-ins.
import { getOwn } from '../data/api.js';
import people from '../text/people-en.js';
import { addMessages, t } from '../text/t.js';
import { byId, fill, h } from '../ui/dom.js';
import { onPress, onSubmit, showSecret, wordsOf } from './form.js';
import { act, forget, leave, whoIsSignedIn } from './session.js';
import './sign-out.js';

addMessages('en', people);

onSubmit('change', async (values, form) => {
  await act('POST', 'api/session/password', { current: values.current, new: values.new });
  forget();
  form.reset();
  if (form.dataset.return) location.assign(form.dataset.return);
  return t('people.password.changed');
});

const message = byId('sessions-message');
onPress(byId('out'), message, () => leave('api/session'));
onPress(byId('everywhere'), message, () => leave('api/session?everywhere=true'));

/** @typedef {{id: string, name: string, owner: string|null, role: string, created: string, last_used: string|null, revoked: string|null}} Token */

/** @param {Token} token */
function rowOf(token) {
  const revoke = h('button', { type: 'button', class: 'small', 'aria-label': t('people.token.revoke.named', { name: token.name }) }, t('people.token.revoke'));
  const problem = h('span', { class: 'message', role: 'alert' });
  onPress(revoke, problem, async () => {
    await act('DELETE', `api/tokens/${token.id}`);
    await listTokens();
  });
  const used = token.last_used ? t('people.token.used', { when: token.last_used.slice(0, 10) }) : t('people.token.unused');
  return h('li', {}, h('strong', { dir: 'auto' }, token.name), h('span', {}, token.role), h('span', { class: 'quiet' }, used), revoke, problem);
}

async function listTokens() {
  const [{ tokens }, me] = await Promise.all([getOwn('api/tokens'), whoIsSignedIn()]);
  const own = tokens.filter((/** @type {Token} */ token) => !token.revoked && token.owner === me.name);
  fill(byId('token-list'), own.length ? own.map(rowOf) : h('li', { class: 'quiet' }, t('people.token.none')));
}

if (document.getElementById('add-token')) {
  onSubmit('add-token', async (values, form) => {
    const token = await act('POST', 'api/tokens', values);
    form.reset();
    showSecret('token-secret', t('people.once'), token.secret);
    await listTokens();
  });
  listTokens().catch((error) => fill(byId('token-list'), h('li', { class: 'message' }, wordsOf(error))));
}
