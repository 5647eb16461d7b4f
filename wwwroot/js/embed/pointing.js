// @ts-check
// Pointing at the marks of an embed's map, and choosing one by pointer or by keys.
import { announce, isCoarse } from '../ui/dom.js';
import { t } from '../text/t.js';
import { groupAt } from '../map/groups.js';
import { hit, neighbour } from '../map/marks.js';
import { latOf, lonOf } from '../map/mercator.js';
import { hitSlack } from '../map/symbols.js';

/**
 * @typedef {object} Pointed
 * @property {import('./map.js').EmbedMap} map
 * @property {(site: number) => void} open -1: bare ground
 * @property {(site: number, x: number, y: number) => void} hover -1: none; CSS pixels within the map
 * @property {() => boolean} isFree
 */

/** @param {HTMLElement} element @param {Pointed} of */
export function listenForPointing(element, { map, open, hover, isFree }) {
  /** Where the view begins within the frame. */
  const corner = () => ({ x: ((map.frame?.width ?? 0) - map.size.width) / 2, y: ((map.frame?.height ?? 0) - map.size.height) / 2 });
  const siteAt = (/** @type {MouseEvent} */ event) => {
    const { scene, frame } = map;
    if (!scene || !frame) return -1;
    const box = element.getBoundingClientRect();
    const { x, y } = corner();
    return hit(scene.marks, scene.sites, frame, event.clientX - box.left + x, event.clientY - box.top + y, hitSlack(isCoarse()));
  };
  const point = (/** @type {number} */ site, /** @type {number} */ x, /** @type {number} */ y) => {
    const { scene } = map;
    if (!scene) return;
    element.classList.toggle('pointing', site >= 0);
    if (scene.hovered !== site) {
      scene.hovered = site;
      map.redraw();
    }
    hover(site, x, y);
  };
  // A group is looked at more closely; what is no group is opened.
  const choose = (/** @type {number} */ site) => {
    const { scene, frame } = map;
    const group = scene && site >= 0 ? groupAt(scene.marks, site) : -1;
    if (!scene || !frame || group < 0 || !scene.marks.crowd) return open(site);
    const { west, north, east, south } = scene.marks.crowd.box(scene.marks.groups, group);
    const lon = (/** @type {number} */ x) => lonOf((x + frame.left) / frame.scale);
    const lat = (/** @type {number} */ y) => latOf((y + frame.top) / frame.scale);
    map.fit({ west: lon(west), east: lon(east), north: lat(north), south: lat(south) }, Math.max(frame.zoom + 1, 10));
  };
  element.addEventListener('click', (event) => {
    if (!isFree() || (event.target instanceof Element && event.target.closest('button, a'))) return;
    point(-1, 0, 0);
    choose(siteAt(event));
  });
  element.addEventListener('pointermove', (event) => {
    if (!isFree() || event.pointerType === 'touch' || event.buttons !== 0) return;
    const box = element.getBoundingClientRect();
    point(siteAt(event), event.clientX - box.left, event.clientY - box.top);
  });
  element.addEventListener('pointerleave', () => point(-1, 0, 0));
  element.addEventListener('keydown', (event) => {
    const { scene } = map;
    if (!scene || !isFree() || event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (event.key === 'Enter' && scene.hovered >= 0) choose(scene.hovered);
    else if (event.key === 'Escape') open(-1);
    else if (direction) {
      const { x, y } = corner();
      const site = neighbour(scene.marks, scene.hovered >= 0 ? scene.hovered : scene.selected, /** @type {1|-1} */ (direction), (px, py) => px >= x && py >= y && px <= x + map.size.width && py <= y + map.size.height);
      if (site < 0) return announce(t('empty.filters'));
      const mark = scene.marks.site.subarray(0, scene.marks.count).indexOf(site);
      point(site, scene.marks.x[mark] - x, scene.marks.y[mark] - y);
    } else return;
    event.preventDefault();
  });
}
