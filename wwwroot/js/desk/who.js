// @ts-check
// Who took part: actors of the list, with completion over their other names, and their role.
import { Combobox } from '../ui/combobox.js';
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { choicesOf, removeButton, section, selectField } from './fields.js';

export const ROLES = ['party', 'initiator', 'target', 'accused', 'mediator', 'other'];

export class WhoSection {
  #draft;
  #library;
  #list = h('ul', { class: 'rows' });
  #search;

  /** @param {import('./draft.js').Draft} draft @param {import('./library.js').Library} library @param {((name: string) => Promise<import('./library.js').Actor|null>)|null} make a new actor; null: may not */
  constructor(draft, library, make) {
    this.#draft = draft;
    this.#library = library;
    this.#search = actorSearch(library, { id: 'desk-actor', label: t('desk.who.search') }, (actor) => this.#add(actor.id), make);
    this.element = section('actors', t('desk.who'), this.#list, this.#search.element);
    draft.subscribe((_, by) => { if (by === null) this.show(); });
    this.show();
  }

  show() {
    fill(this.#list, this.#draft.document.actors.map((of, at) => {
      const name = this.#library.actorName(of.actor);
      return h('li', { class: 'actor-row', 'data-field': `actors[${at}]` }, h('strong', { dir: 'auto' }, name),
        selectField(t('desk.who.role'), of.role ?? 'party', choicesOf('role', ROLES), (role) => this.#draft.change(() => { of.role = role; }, this), { hideLabel: true }),
        removeButton(name, () => { this.#draft.change(({ actors }) => { actors.splice(at, 1); }, this); this.show(); }));
    }));
  }

  /** @param {string} actor */
  #add(actor) {
    this.#draft.change(({ actors }) => { if (!actors.some((of) => of.actor === actor)) actors.push({ actor, role: 'party' }); }, this);
    this.show();
    this.#search.focus();
  }
}

/**
 * @param {import('./library.js').Library} library
 * @param {{id: string, label: string, hideLabel?: boolean}} as
 * @param {(actor: import('./library.js').Actor) => void} chosen
 * @param {((name: string) => Promise<import('./library.js').Actor|null>)|null} make
 * @returns {Combobox<import('./library.js').Actor>}
 */
export const actorSearch = (library, as, chosen, make) => new Combobox({
  ...as, chosen, least: 1,
  search: (text) => library.findActors(text),
  option: (actor) => [h('span', { dir: 'auto' }, actor.name), h('small', {}, [actor.kind, actor.country].filter(Boolean).join(' · '))],
  create: (text) => (make ? t('desk.who.new', { name: text }) : null),
  created: async (text) => {
    const actor = await make?.(text);
    if (actor) chosen(actor);
  },
});
