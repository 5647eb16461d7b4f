// @ts-check
// What the pages of people and accounts say besides, in English.

/** @type {import('./t.js').Messages} */
export default {
  'people.password.changed': 'The password is changed; all your other sign-ins have ended.',
  'people.once': 'Copy it now, it is not shown again:',
  'people.one-time': 'One-time password of {name}, shown only here:',
  'people.token.none': 'You have no token.',
  'people.token.used': 'last used {when}',
  'people.token.unused': 'never used',
  'people.token.revoke': 'Revoke',
  'people.token.revoke.named': 'Revoke {name}',
  'people.state.disabled': 'disabled',
  'people.state.locked': 'locked for a while',
  'people.state.new': 'one-time password',
  'people.me': 'you',
  'people.role.of': 'Role of {name}',
  'people.role.changed': '{name} is now {role}.',
  'people.reset': 'New one-time password',
  'people.disable': 'Disable',
  'people.enable': 'Enable',
};
