// @ts-check
// What the layers beside that of incidents are made of: loaded when the first of them is asked for.
import { drawGroups } from './episode-draw.js';
import { BLUR, densityOf } from './heat.js';
import { drawHeat } from './heat-draw.js';
import { groupsOf } from './hull.js';
import { anchorOf, drawShades } from './shade-draw.js';
import { shadingOf } from './shading.js';
import { unitTip, unitWords } from './unit-tip.js';
import { unitsOf } from './units.js';

export { anchorOf, BLUR, densityOf, drawGroups, drawHeat, drawShades, groupsOf, shadingOf, unitsOf, unitTip, unitWords };
