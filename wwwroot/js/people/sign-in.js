// @ts-check
// The page to sign in on.
import { change } from '../data/api.js';
import { onSubmit } from './form.js';

onSubmit('sign-in', async ({ name, password }, form) => {
  const session = await change('POST', 'api/session', { name, password });
  // The server has checked that the path is one of this host.
  location.assign(session.must_change ? '/account' : form.dataset.return ?? '/');
});
