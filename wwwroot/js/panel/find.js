// @ts-check
// One box for places, in any script, and for incidents by words. A place moves the map; its incidents alone are one more choice.
import { searchIncidents, searchPlaces } from '../data/api.js';
import { dateOfDocument, dateWords } from '../words/dates.js';
import { t } from '../text/t.js';
import { Combobox } from '../ui/combobox.js';
import { announce, fill, h, icon, ICONS } from '../ui/dom.js';
import { symbolIcon } from '../ui/symbol-icon.js';
import { ofData } from '../ui/texts.js';
import { localName } from '../words/names.js';
import { placeOption } from './place-search.js';

/**
 * @typedef {import('./place-search.js').FoundPlace} FoundPlace
 * @typedef {{place: FoundPlace}|{incident: import('../data/columns.js').Feature}} Found
 *
 * @typedef {object} Wishes
 * @property {() => string} asOf
 * @property {() => import('../data/kinds.js').Kinds|null} kinds
 * @property {(place: FoundPlace) => void} visit
 * @property {(place: FoundPlace) => void} only shows the incidents of a place alone
 * @property {(id: string) => void} open
 */

/** Places listed above the incidents. */
const PLACES = 5;

/** @param {HTMLElement} element @param {Wishes} wishes */
export function findBox(element, wishes) {
  const after = h('p', { class: 'visited', hidden: true });
  const leave = () => { after.hidden = true; };
  const box = new Combobox({
    id: 'find', label: t('find.label'), hideLabel: true, placeholder: t('find.label'), none: t('find.none'),
    search: (text, signal) => find(text, wishes.asOf(), signal),
    option: (found) => ('place' in found ? placeOption(found.place, icon(ICONS.locate, 14)) : incidentOption(found.incident, wishes.kinds())),
    chosen: (found) => {
      if ('incident' in found) {
        leave();
        return wishes.open(found.incident.id);
      }
      const { place } = found;
      wishes.visit(place);
      after.hidden = false;
      fill(after, ofData(place.name), h('button', { type: 'button', class: 'link', onclick: () => { leave(); wishes.only(place); } }, t('find.only')),
        h('button', { type: 'button', class: 'quiet', 'aria-label': t('dismiss'), onclick: leave }, icon(ICONS.close, 10)));
      announce(t('find.visited', { place: place.name }));
    },
  });
  fill(element, box.element, after);
}

/** @param {string} text @param {string} asOf @param {AbortSignal} signal @returns {Promise<Found[]>} */
async function find(text, asOf, signal) {
  const [places, incidents] = await Promise.all([searchPlaces(text, signal), searchIncidents(text, asOf, signal)]);
  return [...places.slice(0, PLACES).map((/** @type {FoundPlace} */ place) => ({ place })), ...incidents.map((incident) => ({ incident }))];
}

/** @param {import('../data/columns.js').Feature} incident @param {import('../data/kinds.js').Kinds|null} kinds */
function incidentOption({ properties: p }, kinds) {
  const date = dateWords({ ...dateOfDocument({ start: p.date_start, end: p.date_end }), precision: p.date_precision }, 'short');
  return [h('span', { class: 'found' }, kinds && symbolIcon(kinds.familyOf(p.kind), 14), ' ', ofData(p.title)), h('small', {}, [date, localName('province', p.province)].filter(Boolean).join(' · '))];
}
