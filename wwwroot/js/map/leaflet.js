// @ts-check
// The one gate to Leaflet, which the page loads as a script before the modules: an import map would have to stand
// in the page as an inline script, which the content security policy refuses.

/** @type {typeof import('leaflet')} */
export const L = /** @type {any} */ (globalThis).L;
