// @ts-check
// What the marks are made of, anew for other incidents or other polygons.
import { FAMILIES } from '../data/kinds.js';
import { emptyMarks } from './marks.js';
import { withoutShapes, withShapes } from './sites.js';
import { Tally } from './tally.js';

/**
 * @param {import('../data/columns.js').Columns} columns
 * @param {import('./basemap.js').Basemap|null} basemap null: not there yet
 * @param {import('./painter.js').Scene} [before] one of the same columns, whose work need not be done again
 * @returns {import('./painter.js').Scene}
 */
export function sceneOf(columns, basemap, before) {
  const bare = before?.columns === columns && before.sites.shapes.size === 0 ? before.sites : withoutShapes(columns);
  const sites = basemap ? withShapes(bare, columns, { district: basemap.districts, province: basemap.provinces, country: basemap.countries }) : bare;
  if (before && sites === before.sites) return before;
  return { columns, sites, tally: new Tally(sites, columns, FAMILIES.length), marks: emptyMarks(), selected: -1, hovered: -1 };
}
