// @ts-check
// The people who may sign in, for admins.
import { getOwn } from '../data/api.js';
import people from '../text/people-en.js';
import { addMessages, t } from '../text/t.js';
import { byId, fill, h } from '../ui/dom.js';
import { onPress, onSubmit, showSecret, wordsOf } from './form.js';
import { act } from './session.js';
import './sign-out.js';

addMessages('en', people);

/** @typedef {{name: string, display: string, role: string, disabled: boolean, must_change: boolean, locked: boolean}} Person */

const ROLES = ['contributor', 'editor', 'admin'];
const list = byId('people-list');
const message = byId('people-message');

/** @param {Person} person */
const addressOf = (person) => `api/users/${encodeURIComponent(person.name)}`;

/** @param {Person} person */
function stateOf(person) {
  if (person.disabled) return t('people.state.disabled');
  if (person.locked) return t('people.state.locked');
  return person.must_change ? t('people.state.new') : '';
}

/** @param {Person} person */
function rolesOf(person) {
  const roles = h('select', { 'aria-label': t('people.role.of', { name: person.name }) }, ROLES.map((role) => h('option', { selected: role === person.role }, role)));
  roles.addEventListener('change', async () => {
    try {
      await act('PATCH', addressOf(person), { role: roles.value });
      message.textContent = t('people.role.changed', { name: person.name, role: roles.value });
    } catch (error) {
      roles.value = person.role;
      message.textContent = wordsOf(error);
    }
  });
  return roles;
}

/** @param {Person} person */
function rowOf(person) {
  const isMe = person.name === list.dataset.me;
  const bar = h('button', { type: 'button', class: 'small' }, person.disabled ? t('people.enable') : t('people.disable'));
  const reset = h('button', { type: 'button', class: 'small' }, t('people.reset'));
  onPress(bar, message, async () => {
    await act('PATCH', addressOf(person), { disabled: !person.disabled });
    await listPeople();
  });
  onPress(reset, message, async () => {
    const answer = await act('POST', `${addressOf(person)}/reset`);
    showSecret('one-time', t('people.one-time', { name: person.name }), answer.password);
    await listPeople();
  });
  return h('li', {},
    h('strong', {}, person.name), h('span', { dir: 'auto' }, person.display === person.name ? '' : person.display),
    isMe ? h('span', {}, person.role) : rolesOf(person), h('span', { class: 'quiet' }, isMe ? t('people.me') : stateOf(person)),
    isMe ? null : [reset, bar]);
}

async function listPeople() {
  const { users } = await getOwn('api/users');
  fill(list, users.map(rowOf));
}

onSubmit('add-person', async ({ name, display, role }, form) => {
  const added = await act('POST', 'api/users', display ? { name, display, role } : { name, role });
  form.reset();
  showSecret('one-time', t('people.one-time', { name: added.name }), added.password);
  await listPeople();
});

listPeople().catch((error) => { message.textContent = wordsOf(error); });
