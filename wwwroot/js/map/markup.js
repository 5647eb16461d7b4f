// @ts-check
// The only text that a browser takes as markup here: Leaflet's own, for its two buttons and its scale. A script of its own, which pages
// load before Leaflet: that makes markup while it is loaded. Where this does not stand, no text at all is taken.
{
  const LITERALS = new Set(['', '<svg/>', '<span aria-hidden="true">+</span>', '<span aria-hidden="true">&#x2212;</span>']);
  const LENGTH = /^\d{1,4} k?m$/;
  /** @type {{trustedTypes?: {createPolicy(name: string, rules: {createHTML(text: string): string|null}): void}}} */
  const { trustedTypes } = /** @type {any} */ (self);
  trustedTypes?.createPolicy('default', { createHTML: (text) => (LITERALS.has(text) || LENGTH.test(text) ? text : null) });
}
