// @ts-check
// The desk's report page: a text goes in, drafts come out beside its words, a person decides about each.
import { RequestError } from '../data/api.js';
import texts from '../text/desk-report-en.js';
import { addMessages, t } from '../text/t.js';
import { parseDay } from '../time/days.js';
import { announce, fill, h } from '../ui/dom.js';
import { dayWords } from '../words/dates.js';
import { instantWords } from './instants.js';
import { DocumentNames } from './names.js';
import { signInAddress } from './refusals.js';
import { draftCard } from './report-draft.js';
import { reportForm } from './report-form.js';
import { ReportServer } from './report-server.js';
import { ReportText } from './report-text.js';
import { SpotMap } from './spot-map.js';

/**
 * @typedef {import('./report-server.js').Report} Report
 * @typedef {import('./report-server.js').Draft} Draft
 */

/** @param {HTMLElement} page @param {import('./server.js').Server} server @param {import('./server.js').Person} person @param {string} id empty: a new one */
export async function openReport(page, server, person, id) {
  addMessages('en', texts);
  const view = new ReportPage(server, person);
  fill(page, view.element);
  await view.begin(id);
}

class ReportPage {
  element = h('div', { class: 'report' });
  #server;
  #person;
  #names;
  #fault = h('p', { class: 'wrong', role: 'alert' });
  /** @type {Report|null} */ #report = null;
  /** @type {string|null} */ #text = null;
  /** @type {ReportText|null} */ #words = null;
  /** @type {SpotMap|null} */ #map = null;
  #shown = 0;

  /** @param {import('./server.js').Server} server @param {import('./server.js').Person} person */
  constructor(server, person) {
    this.#server = new ReportServer(server);
    this.#person = person;
    this.#names = new DocumentNames(server);
  }

  /** @param {string} id */
  async begin(id) {
    if (!id) return this.#ask();
    const report = await this.#server.report(id);
    if (!report) return fill(this.element, h('p', { class: 'notice' }, t('report.missing')), this.#another());
    await this.#show(report, report.text ?? sessionStorage.getItem(keptAs(id)));
  }

  /** @param {Partial<import('./report-form.js').Given>} [kept] */
  async #ask(kept = {}) {
    this.#report = null;
    history.replaceState(null, '', 'desk?report');
    const before = h('section', { class: 'part' }, h('h2', {}, t('report.before')));
    fill(this.element, h('section', { class: 'part' }, h('h2', { tabindex: -1 }, t('report.title')), reportForm(kept, (given) => void this.#read(given)), this.#fault), before);
    await this.#list(before, null);
  }

  /** @param {HTMLElement} part @param {string|null} next */
  async #list(part, next) {
    const { reports, next: onward } = await this.#server.list(next);
    if (reports.length === 0) return part.append(h('p', { class: 'muted' }, t('report.before.none')));
    part.append(h('ul', { class: 'report-list' }, reports.map(({ id, at, by, origin, draft_count: drafts, open_count: open }) => h('li', {},
      h('a', { href: `desk?report=${id}`, dir: 'auto' }, origin.title ?? origin.url ?? t('report.untitled')), ' ',
      h('span', { class: 'small muted' }, [origin.publisher, t('report.before.line', { n: drafts, open }), instantWords(at), by].filter(Boolean).join(' · '))))));
    if (onward) {
      const more = h('button', { type: 'button', class: 'link', onclick: () => { more.remove(); void this.#list(part, onward); } }, t('report.more'));
      part.append(more);
    }
  }

  /** @param {import('./report-form.js').Given} given */
  async #read(given) {
    fill(this.element, h('p', { class: 'notice', role: 'status' }, t('report.reading')));
    this.#fault.textContent = '';
    try {
      const report = await this.#server.read(given);
      sessionStorage.setItem(keptAs(report.id), given.text);
      history.replaceState(null, '', `desk?report=${report.id}`);
      await this.#show(report, given.text);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (error.status === 401) return location.replace(signInAddress());
      await this.#ask(given);
      this.#fault.textContent = error.status === 0 ? t('report.offline') : error.message;
    }
  }

  /** @param {Report} report @param {string|null} text */
  async #show(report, text) {
    this.#report = report;
    this.#text = text;
    await this.#names.learn(report.drafts.map(({ document: doc }) => doc));
    this.#draw(report);
    announce(standWords(report));
  }

  /** @param {Report} report */
  #draw(report) {
    const { origin, reading, drafts } = report;
    const map = h('div', { class: 'report-map', role: 'group', 'aria-label': t('report.map') });
    fill(this.element,
      h('header', { class: 'report-head' },
        h('h2', { tabindex: -1, dir: 'auto' }, origin.title ?? t('report.untitled')),
        h('p', { class: 'small muted' }, [origin.publisher, publishedWords(report), standWords(report)].filter(Boolean).join(' · ')),
        this.#another(),
        report.known && h('p', { class: 'note' }, t('report.known'), ' ', h('a', { href: `desk?report=${report.known}` }, t('report.known.open'))),
        this.#notes(reading)),
      this.#fault,
      h('div', { class: 'report-sides' },
        h('section', { class: 'report-words' }, this.#textPart(report), drafts.length > 0 && map),
        h('section', { class: 'report-drafts', 'aria-label': t('report.drafts') }, drafts.length === 0 ? h('p', { class: 'notice' }, t('report.none')) : drafts.map((draft) => this.#card(draft)), this.#totals(report))));
    this.#map = drafts.length > 0 ? new SpotMap(map, null) : null;
    this.#mapOf(this.#shown || drafts[0]?.n || 0);
  }

  /** @param {import('./report-server.js').Reading} reading */
  #notes({ warnings }) { return warnings.length > 0 && h('ul', { class: 'note report-warnings', 'aria-label': t('report.warnings') }, warnings.map((words) => h('li', {}, words))); }

  #another() { return h('p', {}, h('a', { href: 'desk?report', class: 'button' }, t('report.another'))); }

  /** @param {Report} report */
  #textPart(report) {
    if (this.#text === null) return this.#pasteAgain(report);
    this.#words = new ReportText(this.#text, report, (keys) => this.#lightFields(keys), (key) => this.#toField(key));
    return h('div', {}, this.#words.element, h('p', { class: 'small muted' }, t('report.legend')));
  }

  /** @param {Report} report */
  #pasteAgain(report) {
    const field = h('textarea', { id: 'report-again', rows: 6, dir: 'auto' });
    const wrong = h('p', { class: 'wrong', role: 'alert' });
    const show = () => {
      if (field.value.length !== report.characters) { wrong.textContent = t('report.text.other', { n: field.value.length, of: report.characters }); return; }
      sessionStorage.setItem(keptAs(report.id), field.value);
      this.#text = field.value;
      this.#draw(report);
    };
    return h('div', { class: 'field' }, h('label', { for: 'report-again' }, t('report.text.gone')), field, wrong, h('button', { type: 'button', onclick: show }, t('report.text.show')));
  }

  /** @param {Draft} draft */
  #card(draft) {
    return draftCard(draft, this.#names, this.#person, {
      point: (key) => this.#words?.light(key ? [key] : []),
      reveal: (key) => { this.#words?.light([key]); this.#words?.reveal(key); },
      map: ({ n }) => this.#mapOf(n),
      decide: (one, decision, then) => void this.#decide(one, decision, then),
    });
  }

  /** @param {Report} report */
  #totals({ reading: { totals } }) {
    const text = this.#text;
    return totals.length > 0 && h('section', { class: 'report-totals' }, h('h3', {}, t('report.episode')), h('p', { class: 'small muted' }, t('report.episode.help')),
      text !== null && h('ul', {}, totals.map(({ start, end }) => h('li', { dir: 'auto' }, text.slice(start, end)))));
  }

  /** @param {number} n */
  #mapOf(n) {
    const draft = this.#report?.drafts.find((one) => one.n === n);
    if (!draft || !this.#map) return;
    this.#shown = n;
    this.#map.show(draft.document.places.flatMap(({ place, words, lon, lat, radius_m: radius }) => {
      const known = lon === undefined || lat === undefined ? place && this.#names.spot(place) : { lon, lat, radius: 0 };
      return known ? [{ ...known, radius: radius ?? known.radius, name: place ? this.#names.place(place) : words ?? '' }] : [];
    }));
  }

  /** @param {readonly string[]} keys */
  #lightFields(keys) {
    for (const lit of this.element.querySelectorAll('.evident.lit')) lit.classList.remove('lit');
    for (const key of keys) this.#field(key)?.classList.add('lit');
  }

  /** @param {string} key */
  #toField(key) {
    const field = this.#field(key) ?? this.element.querySelector(`#draft-${parseInt(key, 10)}`);
    if (field instanceof HTMLElement) field.focus();
  }

  /** @param {string} key @returns {HTMLElement|null} */
  #field(key) { return this.element.querySelector(`[data-key="${CSS.escape(key)}"]`); }

  /** @param {Draft} draft @param {Omit<import('./report-server.js').Decision, 'draft'>} decision @param {'edit'} [then] */
  async #decide({ n }, decision, then) {
    const report = this.#report;
    if (!report) return;
    this.#busy(true);
    this.#fault.textContent = '';
    const { status, body } = await this.#server.decide(report.id, { ...decision, draft: n });
    this.#busy(false);
    if (status === 401) return location.assign(signInAddress());
    if (status === 200) {
      const incident = body.drafts.find((/** @type {Draft} */ one) => one.n === n)?.incident;
      if (then === 'edit' && incident) return location.assign(`desk?incident=${encodeURIComponent(incident)}`);
      await this.#show(body, this.#text);
    } else if (status === 409 || status === 412) {
      const now = await this.#server.report(report.id);
      if (now) await this.#show(now, this.#text);
      this.#fault.textContent = t('report.stale');
    } else {
      this.#fault.textContent = status === 0 ? t('report.offline') : body?.detail ?? String(status);
    }
    this.element.querySelector(`#draft-${n}`)?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {boolean} isBusy */
  #busy(isBusy) {
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (this.element.querySelectorAll('.report-drafts button'))) button.disabled = isBusy;
    if (isBusy) announce(t('report.busy'));
  }
}

/** @param {Report} report */
const standWords = ({ draft_count: n, open_count: open }) => t('report.stand', { n, open });

/** @param {string} id */
const keptAs = (id) => `report ${id}`;

/** @param {Report} report */
function publishedWords({ published, reading }) {
  if (!published) return t('report.published.unknown');
  return t(reading.published_from === 'text' ? 'report.published.found' : 'report.published.given', { date: dayWords(parseDay(published) ?? 0) });
}
