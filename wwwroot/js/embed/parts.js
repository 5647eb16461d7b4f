// @ts-check
// What an element needs to draw itself, in one place.
import { sendNoCookies } from '../data/api.js';
import { EmbedView } from './view.js';

export { EmbedView, sendNoCookies };
