// @ts-check
// Who is signed in, and requests in their name.
import { change, getOwn } from '../data/api.js';

/** @typedef {{signed_in: boolean, name: string, display: string, role: string, must_change: boolean, antiforgery: string}} Session */

/** @type {Promise<Session>|null} */
let session = null;

/** Asked for once, and again after what changed it. @returns {Promise<Session>} */
export const whoIsSignedIn = () => (session ??= getOwn('api/session'));

/**
 * A request that changes something, with the token that shows it comes from this page.
 * @param {string} method
 * @param {string} url
 * @param {object} [body]
 * @returns {Promise<any>} null where the answer has no body
 */
export async function act(method, url, body) {
  const { antiforgery } = await whoIsSignedIn();
  return change(method, url, body, { 'x-antiforgery': antiforgery });
}

/** Ends this sign-in, or all of them, and goes to the map. @param {string} url */
export async function leave(url) {
  await act('DELETE', url);
  location.assign('./');
}

/** The sign-in is another one from now on. */
export function forget() { session = null; }
