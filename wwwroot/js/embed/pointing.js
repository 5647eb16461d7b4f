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
 * @property {(frame: import('../map/canvas-layer.js').Frame, x: number, y: number, slack: number) => number} flagAt the crossing whose flag is there, -1: none
 * @property {(crossing: number, x: number, y: number) => void} hoverFlag
 * @property {(crossing: number) => void} openFlag
 */

/** @param {HTMLElement} element @param {Pointed} of */
export function listenForPointing(element, { map, open, hover, isFree, flagAt, hoverFlag, openFlag }) {
  /** Where the view begins within the frame. */
  const corner = () => ({ x: ((map.frame?.width ?? 0) - map.size.width) / 2, y: ((map.frame?.height ?? 0) - map.size.height) / 2 });
  // A flag stands above its crossing's marks, and is meant where it covers others.
  const targetAt = (/** @type {MouseEvent} */ event) => {
    const { scene, frame } = map;
    if (!scene || !frame) return { flag: -1, site: -1 };
    const box = element.getBoundingClientRect();
    const [x, y, slack] = [event.clientX - box.left + corner().x, event.clientY - box.top + corner().y, hitSlack(isCoarse())];
    const flag = flagAt(frame, x, y, isCoarse() ? slack : 0);
    return { flag, site: flag >= 0 ? -1 : hit(scene.marks, scene.sites, frame, x, y, slack) };
  };
  const point = (/** @type {number} */ site, /** @type {number} */ x, /** @type {number} */ y, flag = -1) => {
    const { scene } = map;
    if (!scene) return;
    element.classList.toggle('pointing', site >= 0 || flag >= 0);
    if (scene.hovered !== site) {
      scene.hovered = site;
      map.redraw();
    }
    hover(site, x, y);
    hoverFlag(flag, x, y);
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
    const { flag, site } = targetAt(event);
    if (flag >= 0) openFlag(flag);
    else choose(site);
  });
  element.addEventListener('pointermove', (event) => {
    if (!isFree() || event.pointerType === 'touch' || event.buttons !== 0) return;
    const box = element.getBoundingClientRect();
    const { flag, site } = targetAt(event);
    point(site, event.clientX - box.left, event.clientY - box.top, flag);
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
