// @ts-check
// What the marks are made of, anew for other incidents or other polygons.
import { FAMILIES } from '../data/kinds.js';
import { emptyMarks } from './marks.js';
import { sitesOf } from './sites.js';
import { Tally } from './tally.js';

/** @param {import('../data/columns.js').Columns} columns @param {import('./basemap.js').Basemap} basemap @returns {import('./painter.js').Scene} */
export function sceneOf(columns, { districts: district, provinces: province, countries: country }) {
  const sites = sitesOf(columns, { district, province, country });
  return { columns, sites, tally: new Tally(sites, columns, FAMILIES.length), marks: emptyMarks(), selected: -1, hovered: -1 };
}
