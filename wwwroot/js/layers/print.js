// @ts-check
// For paper the map is drawn once more, light and at the size of the page: what the screen shows is of another size, and may be dark.
import { readTheme } from '../map/theme.js';
import { byId } from '../ui/dom.js';

/** CSS pixels of the map on an A4 page, across. */
const WIDTH = 1000;
const HEIGHT = 620;

/** @param {import('../map/map-view.js').MapView} map @param {() => void} retheme brings the page to the colours of the paper and back */
export function followPrinting(map, retheme) {
  const root = document.documentElement.classList;
  /** @type {HTMLCanvasElement|null} */
  let still = null;
  addEventListener('beforeprint', () => {
    root.add('paper');
    retheme();
    still?.remove();
    still = map.paint(WIDTH, HEIGHT, 2, readTheme()).canvas;
    still.className = 'still';
    byId('stage').prepend(still);
    for (const details of document.querySelectorAll('#legend details')) details.setAttribute('open', '');
  });
  addEventListener('afterprint', () => {
    root.remove('paper');
    still?.remove();
    still = null;
    retheme();
  });
}
