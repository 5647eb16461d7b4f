// @ts-check
// The parts that show an embed, as its options ask for them.
import { t } from '../text/t.js';
import { detailOf } from '../ui/notices.js';
import { MapPart } from './map-part.js';
import { TimePart } from './time-part.js';

/**
 * @typedef {import('./shell.js').Shell} Shell
 * @typedef {{Counter: typeof import('./counter.js').CounterPart|null, Latest: typeof import('./latest.js').LatestPart|null}} Rarer
 */

/** Those that few embeds are, loaded where one is. @param {import('./options.js').Widget} widget @returns {Promise<Rarer>} */
export async function loadRarer(widget) {
  return {
    Counter: widget === 'counter' ? (await import('./counter.js')).CounterPart : null,
    Latest: widget === 'latest' ? (await import('./latest.js')).LatestPart : null,
  };
}

export class Widgets {
  /** @type {MapPart|null} */ map = null;
  /** @type {TimePart|null} */ time = null;
  /** @type {import('./counter.js').CounterPart|null} */ counter = null;
  /** The list of the latest asks for what it shows itself. @type {import('./latest.js').LatestPart|null} */ latest = null;

  /** @type {import('./filters.js').Filters|null} */ #filters = null;
  /** @type {import('./shell.js').Shown|null} */ #shown = null;
  #isStopped = false;

  /** @param {Shell} shell @param {import('./shell.js').Frame} around @param {Rarer} rarer */
  constructor(shell, around, { Counter, Latest }) {
    if (around.options.widget === 'map') this.map = new MapPart(shell.stage, around);
    if (Counter) this.counter = new Counter(shell.stage, around);
    if (Latest) this.latest = new Latest(shell.stage, around);
    if (shell.timeline.isConnected) this.time = new TimePart(shell.timeline, around);
    const { controls, locked } = around.options;
    if (!locked && (controls.includes('filters') || controls.includes('search'))) void this.#openFilters(shell, around);
  }

  /** @param {Shell} shell @param {import('./shell.js').Frame} around */
  async #openFilters(shell, { options, set, notice }) {
    try {
      const { Filters } = await import('./filters.js');
      if (this.#isStopped) return;
      this.#filters = new Filters(shell.bar, options.controls, set);
      if (this.#shown) this.show(this.#shown);
    } catch (error) {
      notice(t('error.basemap', { names: t('tab.filters') }), detailOf(error));
    }
  }

  /** @param {import('./shell.js').Shown} shown */
  show(shown) {
    this.#shown = shown;
    for (const part of [this.map, this.time, this.counter]) part?.show(shown);
    this.#filters?.show(shown.state, shown.columns, shown.kinds);
  }

  /** @param {import('../map/theme.js').Theme} theme */
  setTheme(theme) { for (const part of [this.map, this.time]) part?.setTheme(theme); }

  stop() {
    this.#isStopped = true;
    for (const part of [this.map, this.time, this.counter, this.latest]) part?.stop();
  }
}
