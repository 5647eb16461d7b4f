// @ts-check
// The one gate to Leaflet. An import map would need an inline script, which the content security policy refuses.
import '../../lib/leaflet/leaflet.js';

/** @type {typeof import('leaflet')} */
export const L = /** @type {any} */ (globalThis).L;
