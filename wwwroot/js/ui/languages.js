// @ts-check
// The menu of languages, each by its own name. A choice is an address: nothing else remembers it.
import { addMessages, LANGUAGES, inUse, t } from '../text/t.js';
import { h, ICONS } from './dom.js';
import { menu } from './menu.js';
import english from '../text/en.js';

/** @typedef {import('../text/t.js').Messages} Messages */

/** A page's own sentences, in English and in the language in use. @param {Messages} own @param {Record<string, () => Promise<{default: Messages}>>} others */
export async function useOwnMessages(own, others) {
  addMessages('en', own);
  const { code } = inUse();
  if (others[code]) addMessages(code, (await others[code]()).default);
}

/** @param {(code: string) => string} addressOf this view in another language */
export function languageMenu(addressOf) {
  const now = inUse();
  const links = Object.values(LANGUAGES).map(({ code, name, dir }) => ({ code, link: h('a', { lang: code, dir, hreflang: code, 'aria-current': code === now.code ? 'true' : null }, name) }));
  const remark = String(english['language.unreviewed']);
  const details = menu(`${t('menu.language')}: ${now.name}`, ICONS.language, ...links.map(({ link }) => link),
    h('p', { class: 'muted small' }, t('language.unreviewed')),
    ...(now.code === 'en' ? [] : [h('p', { class: 'muted small', lang: 'en', dir: 'ltr' }, remark)]));
  details.classList.add('languages');
  const follow = () => { for (const { code, link } of links) link.href = addressOf(code); };
  details.addEventListener('toggle', follow);
  follow();
  return details;
}
