// @ts-check
// The site's style sheets inside an embed. They are read as text and made into sheets of the shadow tree, which no host's policy
// for styles concerns; the colours of the root become those of the element, so that the page around it may set them.
import { getText } from '../data/api.js';

/** In the order of a page; those of the embed itself last. */
const NAMES = ['base', 'map', 'time', 'access', 'embed'];

/** @type {Map<string, Promise<string>>} */
const texts = new Map();
/** @type {Map<string, Promise<CSSStyleSheet>>} */
const sheets = new Map();

/** @param {string} name */
function textOf(name) {
  let text = texts.get(name);
  if (!text) {
    texts.set(name, text = getText(`css/${name}.css`));
    text.catch(() => texts.delete(name));
  }
  return text;
}

/** @param {string} key @param {() => Promise<CSSStyleSheet>} make */
function kept(key, make) {
  let sheet = sheets.get(key);
  if (!sheet) {
    sheets.set(key, sheet = make());
    sheet.catch(() => sheets.delete(key));
  }
  return sheet;
}

/** @param {string} name */
const sheetOf = (name) => kept(name, async () => made(await textOf(name)));

/** @param {string} text */
function made(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** The colours of a theme for the element. @param {''|'light'|'dark'} theme */
const tokensOf = (theme) => kept(`tokens ${theme}`, async () => {
  const sheet = made(await textOf('tokens'));
  for (const rule of sheet.cssRules) hosted(rule, theme);
  return sheet;
});

/** @param {CSSRule} rule @param {''|'light'|'dark'} theme */
function hosted(rule, theme) {
  if (rule instanceof CSSMediaRule) {
    if (rule.media.mediaText.includes('prefers-color-scheme')) rule.media.mediaText = { light: 'not all', dark: 'all', '': rule.media.mediaText }[theme];
    for (const inner of rule.cssRules) hosted(inner, theme);
  } else if (rule instanceof CSSStyleRule && rule.selectorText.startsWith(':root')) {
    rule.selectorText = ':host';
    if (rule.style.colorScheme && theme) rule.style.colorScheme = theme;
  }
}

/** @param {''|'light'|'dark'} theme @returns {Promise<CSSStyleSheet[]>} */
export const sheetsFor = (theme) => Promise.all([tokensOf(theme), ...NAMES.map(sheetOf)]);
