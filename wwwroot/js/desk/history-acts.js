// @ts-check
// What editors do with a whole incident, each with a reason and with the version that they saw: bring back, retract, publish again, merge, split, erase.
import { t } from '../text/t.js';
import { announce, fill, h } from '../ui/dom.js';
import { tidy } from './document.js';
import { areaField, freshId, textField } from './fields.js';
import { Other } from './history-merge.js';
import { refusalWords } from './refusals.js';

/**
 * @typedef {import('./history.js').Incident} Incident
 * @typedef {import('./server.js').Outcome} Outcome
 * @typedef {{name: string, isOpen?: boolean, help: string, fields?: (Node|false|null)[], button: string, isGrave?: boolean, mayGo?: () => boolean, run: (why: string) => Promise<Outcome>}} Act
 */

export class HistoryActs {
  #server;
  #person;
  #names;
  #reload;
  #message = h('div', { class: 'messages', role: 'alert' });
  #list = h('div', { class: 'acts' });
  /** @type {Incident|null} */ #incident = null;
  /** The old version that is to come back. @type {number|null} */ #restored = null;

  /** @param {import('./server.js').Server} server @param {import('./server.js').Person} person @param {import('./names.js').DocumentNames} names @param {() => Promise<void>} reload */
  constructor(server, person, names, reload) {
    this.#server = server;
    this.#person = person;
    this.#names = names;
    this.#reload = reload;
    this.element = h('aside', { class: 'part' }, h('h2', {}, t('history.acts')), this.#message, this.#list);
  }

  /** @param {Incident} incident */
  show(incident) {
    this.#incident = incident;
    const [{ state }] = incident.versions;
    const { document } = incident;
    if (!document || state === 'redacted') return fill(this.#list, h('p', { class: 'muted' }, t('history.gone')));
    if (state === 'merged') return fill(this.#list, h('p', { class: 'muted' }, t('history.away')));
    fill(this.#list,
      this.#restored !== null && this.#act(this.#restoration(this.#restored)),
      state === 'retracted' ? [this.#act(this.#again('published')), this.#act(this.#again('draft'))] : this.#act(this.#retraction(state)),
      this.#act(this.#merging()), (document.merged ?? []).map(({ id }) => this.#act(this.#splitting(id))),
      this.#person.role === 'admin' && this.#act(this.#erasing()));
  }

  /** Asks for the reason why an old version comes back. @param {number} version */
  restore(version) {
    this.#restored = version;
    if (this.#incident) this.show(this.#incident);
    const first = this.#list.querySelector('details');
    first?.scrollIntoView({ block: 'nearest' });
    first?.querySelector('textarea')?.focus();
  }

  get #of() { return { id: this.#incident?.id ?? '', version: this.#incident?.versions[0].version ?? 0 }; }

  /** @param {Act} act */
  #act({ name, help, fields = [], button, isGrave = false, mayGo = () => true, run, isOpen = false }) {
    let why = '';
    const reason = areaField(t('history.why'), '', (value) => { why = value; problem.textContent = ''; }, 2);
    const problem = h('p', { class: 'wrong', role: 'alert' });
    const go = h('button', { type: 'button', class: isGrave ? 'grave' : 'primary', 'data-go': name, onclick: () => this.#go(go, problem, why, mayGo, run) }, button);
    return h('details', { class: 'act', 'data-name': name, open: isOpen }, h('summary', {}, t(`history.act.${name}`)), h('p', { class: 'muted small' }, help), fields, reason, problem, go);
  }

  /** @param {HTMLButtonElement} button @param {HTMLElement} problem @param {string} why @param {() => boolean} mayGo @param {(why: string) => Promise<Outcome>} run */
  async #go(button, problem, why, mayGo, run) {
    if (!mayGo()) { problem.textContent = t('history.incomplete'); return; }
    if (!why.trim()) { problem.textContent = t('history.why.missing'); return; }
    button.disabled = true;
    const outcome = await run(why.trim());
    button.disabled = false;
    if (outcome.kind === 'saved') {
      this.#restored = null;
      // The other that the address named is dealt with.
      history.replaceState(null, '', `desk?history=${encodeURIComponent(this.#of.id)}`);
      fill(this.#message, h('p', {}, t('history.done')));
      announce(t('history.done'));
      return this.#reload();
    }
    fill(this.#message, h('p', {}, refusalWords(outcome), outcome.kind === 'stale' && [' ', h('button', { type: 'button', class: 'link', 'data-act': 'reload', onclick: () => { fill(this.#message); void this.#reload(); } }, t('history.reload'))]));
  }

  /** @param {number} version @returns {Act} */
  #restoration(version) {
    return { name: 'restore', isOpen: true, help: t('history.restore.help', { n: version }), button: t('history.restore.go', { n: version }), run: (why) => this.#server.act('POST', '/restore', this.#of, { version, why }) };
  }

  /** @param {string} state @returns {Act} */
  #retraction(state) {
    let what = 'error';
    const group = freshId();
    const choice = (/** @type {'error'|'harm'} */ value) => h('label', { class: 'choice' },
      h('input', { type: 'radio', name: group, value, checked: value === what, onchange: () => { what = value; } }), h('span', {}, h('strong', {}, t(`history.retract.${value}`)), h('small', {}, t(`history.retract.${value}.help`))));
    return {
      name: 'retract', help: t(state === 'published' ? 'history.retract.help' : 'history.retract.help.draft'), isGrave: true, button: t('history.retract.go'),
      fields: [h('fieldset', {}, h('legend', {}, t('history.retract.why')), choice('error'), choice('harm'))],
      run: (why) => this.#server.act('DELETE', `?for=${what}&reason=${encodeURIComponent(why)}`, this.#of),
    };
  }

  /** @param {'published'|'draft'} status @returns {Act} */
  #again(status) {
    return {
      name: `again.${status}`, help: t('history.again.help'), button: t(`history.again.${status}`),
      run: (why) => this.#server.act('PUT', `?why=${encodeURIComponent(why)}`, this.#of, { ...tidy(/** @type {import('./document.js').Doc} */ (this.#incident?.document)), status }),
    };
  }

  /** @returns {Act} */
  #merging() {
    const other = new Other(this.#server, this.#of.id, this.#names);
    return {
      name: 'merge', isOpen: other.id !== null, help: t('history.merge.help'), fields: [other.element], button: t('history.merge.go'), mayGo: () => other.id !== null,
      run: (why) => this.#server.act('POST', '/merge', this.#of, { from: other.id, why }),
    };
  }

  /** @param {string} id @returns {Act} */
  #splitting(id) {
    return {
      name: 'split', help: t('history.split.help', { id }), button: t('history.split.go', { id }), fields: [h('p', { class: 'small' }, h('a', { href: `desk?history=${encodeURIComponent(id)}` }, t('history.split.see', { id })))],
      run: (why) => this.#server.act('POST', '/split', this.#of, { from: id, why }),
    };
  }

  /** @returns {Act} */
  #erasing() {
    let typed = '';
    return {
      name: 'redact', help: t('history.redact.help'), isGrave: true, button: t('history.redact.go'), mayGo: () => typed.trim() === this.#of.id,
      fields: [textField(t('history.redact.type', { id: this.#of.id }), '', (value) => { typed = value; }, { dir: 'ltr', spellcheck: 'false', 'data-confirm': true })],
      run: (why) => this.#server.act('POST', '/redact', this.#of, { why }),
    };
  }
}
