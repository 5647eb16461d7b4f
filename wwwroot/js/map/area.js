// @ts-check
// The area that filters. Few filter by one: what draws it is loaded for those.
import { byId } from '../ui/dom.js';
import { later } from '../ui/later.js';
import { detailOf, notice } from '../ui/notices.js';
import { t } from '../text/t.js';

export class Area {
  #map;
  #text = '';
  /** @type {import('./outline-tool.js').OutlineTool|null} */ #tool = null;

  /** @param {import('leaflet').Map} map */
  constructor(map) { this.#map = map; }

  get drawing() { return this.#tool?.drawing === true; }

  /** @param {string} text '' for none */
  show(text) {
    if (text === this.#text) return;
    this.#text = text;
    void this.#with((tool) => tool.show(this.#text));
  }

  /** The area that the reader draws or changes; null: given up. @param {string} from '' for a new one @returns {Promise<string|null>} */
  draw(from) { return this.#with((tool) => tool.draw(from)); }

  /** @template T @param {(tool: import('./outline-tool.js').OutlineTool) => T|Promise<T>} run @returns {Promise<T|null>} */
  async #with(run) {
    try {
      this.#tool ??= new (await later(() => import('./outline-tool.js'))).OutlineTool(this.#map);
    } catch (error) {
      notice(byId('notices'), t('error.basemap', { names: t('filter.area') }), { detail: detailOf(error) });
      return null;
    }
    return run(this.#tool);
  }
}
