// @ts-check
// Addresses of the site's other pages. A language that was chosen goes along; one that the browser prefers need not.

let chosen = '';

/** @param {string} lang '' where none was chosen */
export function keepLanguage(lang) { chosen = lang; }

/** @param {string} href relative, perhaps with a query or a fragment */
export function pageLink(href) {
  if (!chosen) return href;
  const [path, fragment] = href.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}lang=${chosen}${fragment === undefined ? '' : `#${fragment}`}`;
}
