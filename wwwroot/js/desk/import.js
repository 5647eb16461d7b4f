// @ts-check
// The desk's import page: a file, its columns, a dry run, the import. What stands on the server is the truth: a reload goes on where it was.
import { RequestError } from '../data/api.js';
import texts from '../text/desk-import-en.js';
import { addMessages, t } from '../text/t.js';
import { announce, fill, h } from '../ui/dom.js';
import { Columns } from './import-columns.js';
import { fileStep, firstRows } from './import-file.js';
import { mappingOf, sent, suggestedFor } from './import-mapping.js';
import { onward, resultOf } from './import-result.js';
import { ImportServer } from './import-server.js';
import { signInAddress } from './refusals.js';
import { progressWords, shareOf, sizeWords } from './import-words.js';

/** @typedef {import('./import-server.js').Held} Held */

/** How often a running import is asked after, in milliseconds. */
const EVERY = 700;

/** @param {HTMLElement} page @param {import('./server.js').Server} server @param {import('./server.js').Person} person */
export async function openImport(page, server, person) {
  addMessages('en', texts);
  if (person.role === 'contributor') return fill(page, h('p', { class: 'notice' }, t('import.role')));
  const imports = new ImportServer(server);
  const view = new ImportPage(imports, person.name, await imports.about());
  fill(page, h('h2', { class: 'import-title' }, t('import.title')), view.element);
}

class ImportPage {
  element = h('div', { class: 'import' });
  #server;
  #fields;
  #most;
  #person;
  /** @type {Held|null} */ #held = null;
  /** @type {Columns|null} */ #columns = null;
  #options = { as: 'draft', bad_rows: 'stop', release: '' };
  #fault = h('p', { class: 'wrong', role: 'alert' });
  /** Whether the options are others than those of the last dry run. */
  #isChanged = false;

  /** @param {ImportServer} server @param {string} person @param {import('./import-server.js').About} found */
  constructor(server, person, { max_bytes: most, fields, current }) {
    this.#server = server;
    this.#person = person;
    this.#most = most;
    this.#fields = fields;
    this.#show(current && current.state !== 'cancelled' && current.state !== 'imported' ? current : null);
    if (this.#isBusy) void this.#follow();
  }

  get #isBusy() { return this.#held?.state === 'checking' || this.#held?.state === 'importing'; }

  /** @param {Held|null} held */
  #show(held) {
    if (held && held.id !== this.#held?.id) {
      this.#isChanged = false;
      this.#options = { as: held.options?.as ?? 'draft', bad_rows: held.options?.bad_rows ?? 'stop', release: held.options?.release ?? '' };
      this.#columns = null;
    }
    this.#held = held;
    this.#draw();
  }

  #draw() {
    const held = this.#held;
    if (!held) return fill(this.element, part('import-1', t('import.file'), fileStep(this.#most, (file) => void this.#upload(file)), this.#fault));
    if (held.state === 'imported' && held.result) return fill(this.element, part('import-4', t('import.result.done'), onward(held.result, this.#person, () => this.#show(null)), resultOf(held, held.result)));
    if (this.#isBusy) return fill(this.element, this.#file(held), this.#progress(held));
    fill(this.element, this.#file(held), this.#mapping(held), this.#choices(held),
      held.state === 'failed' && part('import-4', t('import.failed'), h('p', { class: 'wrong' }, held.problem ?? '')),
      held.result && part('import-4', t('import.result'), resultOf(held, held.result), this.#importing(held, held.result)));
  }

  /** @param {Held} held */
  #file(held) {
    return part('import-1', t('import.file'),
      h('div', { class: 'row-head' }, h('p', { id: 'import-read' }, t('import.read', { name: held.name, size: sizeWords(held.bytes), format: t(`import.as.${held.read_as}`) })),
        !this.#isBusy && h('button', { type: 'button', class: 'add', onclick: () => void this.#letGo() }, t('import.other'))),
      held.read_as === 'acled' && h('p', { class: 'notice' }, t('import.private')),
      firstRows(held));
  }

  /** @param {Held} held */
  #mapping(held) {
    if (!held.needs_mapping) return part('import-2', t('import.columns'), h('p', {}, t(held.read_as === 'csv' || held.read_as === 'geojson' ? 'import.columns.fine' : 'import.columns.known')));
    this.#columns = new Columns(held, this.#fields, this.#columns?.mapping ?? (held.options?.mapping ? mappingOf(held.options.mapping) : suggestedFor(held)), () => this.#change());
    return part('import-2', t('import.columns'), this.#columns.element);
  }

  /** @param {Held} held */
  #choices(held) {
    const choice = (/** @type {'as'|'bad_rows'} */ name, /** @type {string} */ label, /** @type {[string, string][]} */ values) => {
      const select = h('select', { id: `import-${name}`, onchange: () => { this.#options[name] = select.value; this.#change(); } }, values.map(([value, text]) => h('option', { value }, text)));
      select.value = this.#options[name];
      return h('div', { class: 'field' }, h('label', { for: `import-${name}` }, label), select);
    };
    return part('import-3', t('import.options'),
      h('div', { class: 'row' },
        choice('as', t('import.state'), [['draft', t('import.state.draft')], ['published', t('import.state.published')]]),
        choice('bad_rows', t('import.bad'), [['stop', t('import.bad.stop')], ['skip', t('import.bad.skip')]]),
        held.read_as === 'ucdp' && this.#release()),
      h('div', { class: 'actions' },
        h('button', { type: 'button', id: 'import-try', class: held.result ? null : 'primary', onclick: () => void this.#begin('dry-run') }, t('import.dryrun')),
        h('span', { class: 'muted' }, t('import.dryrun.help'))),
      this.#fault);
  }

  #release() {
    const input = h('input', { id: 'import-release', value: this.#options.release, 'aria-describedby': 'import-release-help', oninput: () => { this.#options.release = input.value.trim(); this.#change(); } });
    return h('div', { class: 'field' }, h('label', { for: 'import-release' }, t('import.release')), input, h('small', { class: 'muted', id: 'import-release-help' }, t('import.release.help')));
  }

  /** @param {Held} held @param {import('./import-server.js').Result} result */
  #importing(held, { counts, possible }) {
    const n = counts.added + counts.updated;
    if (held.state !== 'checked' || !possible) return null;
    return h('div', { class: 'actions' }, n === 0 ? h('p', {}, t('import.run.none'))
      : h('button', { type: 'button', id: 'import-run', class: 'primary', disabled: this.#isChanged, onclick: () => void this.#begin('run') }, t('import.run.n', { n })));
  }

  /** @param {Held} held */
  #progress(held) {
    const share = shareOf(held.progress);
    return part('import-4', t(held.state === 'checking' ? 'import.checking' : 'import.importing', { name: held.name }),
      h('progress', { id: 'import-progress', max: 1, value: share, 'aria-label': t('import.importing', { name: held.name }) }),
      h('p', { id: 'import-progress-words' }, progressWords(held.progress)), this.#fault,
      h('div', { class: 'actions' }, h('button', { type: 'button', id: 'import-cancel', onclick: () => void this.#letGo() }, t('import.cancel')), h('span', { class: 'muted' }, t('import.cancel.help'))));
  }

  // What the dry run said holds no more.
  #change() {
    this.#isChanged = true;
    /** @type {HTMLButtonElement|null} */ (this.element.querySelector('#import-run'))?.setAttribute('disabled', '');
    this.element.querySelector('#import-try')?.classList.add('primary');
  }

  /** @param {File} file */
  async #upload(file) {
    this.#fault.textContent = '';
    if (file.size > this.#most) return this.#say(t('import.toolarge', { size: sizeWords(file.size), most: sizeWords(this.#most) }));
    const stop = new AbortController();
    const bar = h('progress', { max: 1, value: 0, 'aria-label': t('import.uploading', { name: file.name, share: 0 }) });
    const words = h('p');
    const told = (/** @type {number} */ share) => { bar.value = share; words.textContent = t('import.uploading', { name: file.name, share: Math.floor(share * 100) }); };
    told(0);
    fill(this.element, part('import-1', t('import.file'), bar, words, h('div', { class: 'actions' }, h('button', { type: 'button', onclick: () => stop.abort() }, t('import.stop')))));
    await this.#ask(async () => this.#show(await this.#server.upload(file, told, stop.signal)), () => this.#show(null));
    this.#toStep(this.#held?.needs_mapping ? 'import-2' : 'import-3');
  }

  /** @param {'dry-run'|'run'} what */
  async #begin(what) {
    const held = this.#held;
    if (!held) return;
    if (this.#columns && this.#columns.missing.length > 0) return document.getElementById(`map-${this.#columns.missing[0]}`)?.focus();
    this.#fault.textContent = '';
    const { as, bad_rows, release } = this.#options;
    const options = { as, bad_rows, ...(release && held.read_as === 'ucdp' ? { release } : {}), ...(this.#columns ? { mapping: sent(this.#columns.mapping) } : {}) };
    await this.#ask(async () => {
      this.#show(await this.#server.begin(held.id, what, options));
      this.#isChanged = false;
      await this.#follow();
    });
  }

  /** Asks after what is under way until it has ended. */
  async #follow() {
    let pause = EVERY;
    while (this.#held && this.#isBusy) {
      const before = this.#held;
      await new Promise((resolve) => { setTimeout(resolve, pause); });
      if (this.#held !== before) continue;
      const is = await this.#ask(() => this.#server.standing(before.id));
      // It goes on without this page: no answer now is no end of it.
      pause = is ? EVERY : 5 * EVERY;
      if (!is || this.#held !== before) continue;
      this.#say('');
      if (is.state === before.state) {
        this.#held = is;
        this.#tick(is);
      } else if (is.state === 'cancelled') {
        this.#over(t('import.cancelled'));
      } else {
        this.#show(is);
        this.#toStep('import-4');
      }
    }
  }

  /** @param {Held} held */
  #tick({ progress }) {
    const bar = /** @type {HTMLProgressElement|null} */ (this.element.querySelector('#import-progress'));
    const words = this.element.querySelector('#import-progress-words');
    const share = shareOf(progress);
    if (bar && share === null) bar.removeAttribute('value');
    else if (bar) bar.value = share ?? 0;
    if (words) words.textContent = progressWords(progress);
  }

  async #letGo() {
    const held = this.#held;
    if (!held) return;
    const wasBusy = this.#isBusy;
    await this.#ask(() => this.#server.cancel(held.id));
    // What is under way tells itself how it ends: it may be done already.
    if (!wasBusy) this.#show(null);
  }

  /** @param {string} words */
  #over(words) {
    this.#show(null);
    this.#say(words);
  }

  /** @param {string} words */
  #say(words) { this.#fault.textContent = words; }

  /**
   * Says in words what goes wrong.
   * @template T
   * @param {() => Promise<T>} run
   * @param {() => void} [stopped] when somebody stopped it, or it failed
   * @returns {Promise<T|null>}
   */
  async #ask(run, stopped) {
    try {
      return await run();
    } catch (error) {
      stopped?.();
      if (error instanceof RequestError) this.#refused(error);
      else if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
      return null;
    }
  }

  /** @param {RequestError} error */
  #refused({ status, message }) {
    if (status === 401) return location.replace(signInAddress());
    if (status === 404 || status === 410) return this.#over(t('import.lost'));
    this.#say(status === 0 ? t('import.offline') : message);
  }

  /** @param {string} id */
  #toStep(id) {
    const heading = this.element.querySelector(`#${id} h2`);
    if (!(heading instanceof HTMLElement)) return;
    announce(heading.textContent ?? '');
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'nearest' });
  }
}

/** @param {string} id @param {string} title @param {...(import('../ui/dom.js').Child|import('../ui/dom.js').Child[])} children */
const part = (id, title, ...children) => h('section', { class: 'part', id }, h('h2', { tabindex: -1 }, title), ...children);
