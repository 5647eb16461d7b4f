// @ts-check
// Where everything stands in a picture of the view, as a list of drawing steps: a canvas and an SVG then draw the same.

/**
 * @typedef {import('../layers/gates.js').Part} Part
 * @typedef {{type: 'rect', x: number, y: number, width: number, height: number, fill: string, stroke?: string}} RectStep
 * @typedef {{type: 'text', x: number, y: number, text: string, size: number, weight: number, fill: string}} TextStep x: where the line begins, the right end where it runs leftwards
 * @typedef {{type: 'map', x: number, y: number, width: number, height: number}} MapStep
 * @typedef {{type: 'mark', x: number, y: number, parts: readonly Part[]}} MarkStep about its middle
 * @typedef {RectStep|TextStep|MapStep|MarkStep} Step
 *
 * @typedef {object} Content
 * @property {string} title
 * @property {string[]} lines below it: period, filters, number
 * @property {{heading: string, rows: {parts: readonly Part[]|null, text: string}[]}[]} legend
 * @property {string[]} foot date of the data, sources and licence, address
 * @property {{pixels: number, text: string}} scale the bar
 * @property {{paper: string, ink: string, muted: string, line: string}} colours
 *
 * @typedef {(text: string, size: number, weight: number) => number} Measure width in pixels
 */

/** Sizes that fit where pictures go, in CSS pixels; a canvas has twice as many. @type {Record<string, {width: number, height: number}>} */
export const SIZES = { slide: { width: 1280, height: 720 }, a4: { width: 1123, height: 794 } };

const MARGIN = 22;
const LEGEND = 268;
const GAP = 14;
/** Narrower pictures have their legend below the map. */
const NARROW = 760;

/** @param {string} text @param {number} room @param {number} size @param {number} weight @param {Measure} measure @returns {string[]} */
export function wrap(text, room, size, weight, measure) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && measure(longer, size, weight) <= room) lines[lines.length - 1] = longer;
    else lines.push(...broken(word, room, size, weight, measure));
  }
  return lines;
}

// An address has no blanks: it breaks where it must.
/** @param {string} word @param {number} room @param {number} size @param {number} weight @param {Measure} measure */
function broken(word, room, size, weight, measure) {
  const pieces = [''];
  for (const letter of word) {
    const last = pieces.length - 1;
    if (pieces[last] !== '' && measure(pieces[last] + letter, size, weight) > room) pieces.push(letter);
    else pieces[last] += letter;
  }
  return pieces;
}

/**
 * @param {Content} content
 * @param {{width: number, height: number}} size a narrow one grows in height by its legend
 * @param {Measure} measure
 * @param {boolean} rtl
 * @returns {{width: number, height: number, map: {width: number, height: number}, rtl: boolean, steps: Step[]}}
 */
export function layoutPicture(content, { width, height }, measure, rtl) {
  const { colours } = content;
  const narrow = width < NARROW;
  const room = width - 2 * MARGIN;
  /** @type {Step[]} */
  const steps = [];
  const write = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ size, weight = 400, fill = colours.ink) => steps.push({ type: 'text', x, y, text, size, weight, fill });
  let y = MARGIN;
  for (const line of wrap(content.title, room, 20, 650, measure)) write(line, MARGIN, y += 20, 20, 650), y += 5;
  for (const text of content.lines) for (const line of wrap(text, room, 12.5, 400, measure)) write(line, MARGIN, y += 14, 12.5, 400, colours.muted), y += 3;
  y += 10;
  const foot = content.foot.flatMap((text) => wrap(text, room, 10.5, 400, measure));
  const footHeight = foot.length * 14 + MARGIN - 4;
  const legend = legendSteps(content, narrow ? room : LEGEND, measure);
  const mapWidth = narrow ? room : room - LEGEND - GAP;
  const mapHeight = Math.max(narrow ? 320 : 240, Math.round((narrow ? height * 0.62 : height - footHeight - GAP) - y));
  const bottom = Math.max(y + mapHeight, narrow ? 0 : y + legend.height) + (narrow ? GAP + legend.height : 0);
  const whole = Math.max(narrow ? 0 : height, Math.round(bottom + footHeight + GAP));
  // A legend longer than the map is high makes the picture, and the map with it, longer.
  const map = { width: mapWidth, height: narrow ? mapHeight : Math.round(whole - footHeight - GAP - y) };
  steps.unshift({ type: 'rect', x: 0, y: 0, width, height: whole, fill: colours.paper });
  steps.push({ type: 'map', x: MARGIN, y, ...map }, { type: 'rect', x: MARGIN, y, ...map, fill: 'none', stroke: colours.line });
  scaleBar(steps, content, MARGIN + map.width - 12, y + map.height - 12, measure);
  const left = narrow ? MARGIN : MARGIN + map.width + GAP;
  const top = narrow ? y + map.height + GAP : y;
  for (const step of legend.steps) steps.push({ ...step, x: step.x + left, y: step.y + top });
  let line = whole - MARGIN - (foot.length - 1) * 14;
  for (const text of foot) write(text, MARGIN, line, 10.5, 400, colours.muted), line += 14;
  return { width, height: whole, map, rtl, steps: rtl ? steps.map((step) => mirrored(step, width)) : steps };
}

/** @param {Content} content @param {number} room @param {Measure} measure */
function legendSteps({ legend, colours }, room, measure) {
  /** @type {(TextStep|MarkStep)[]} */
  const steps = [];
  let y = 0;
  for (const { heading, rows } of legend) {
    for (const line of wrap(heading, room, 12, 650, measure)) {
      steps.push({ type: 'text', x: 0, y: y + 12, text: line, size: 12, weight: 650, fill: colours.ink });
      y += 15;
    }
    y += 3;
    for (const { parts, text } of rows) {
      const indent = parts ? 26 : 0;
      if (parts) steps.push({ type: 'mark', x: 10, y: y + 8, parts });
      const lines = wrap(text, room - indent, 11, 400, measure);
      for (const line of lines) {
        steps.push({ type: 'text', x: indent, y: y + 12, text: line, size: 11, weight: 400, fill: parts ? colours.ink : colours.muted });
        y += 14;
      }
      y += parts ? 4 : 2;
    }
    y += 7;
  }
  return { steps, height: y };
}

/** @param {Step[]} steps @param {Content} content @param {number} right @param {number} bottom @param {Measure} measure */
function scaleBar(steps, { scale: { pixels, text }, colours }, right, bottom, measure) {
  const wide = Math.max(pixels, measure(text, 11, 400)) + 14;
  steps.push({ type: 'rect', x: right - wide + 6, y: bottom - 24, width: wide, height: 30, fill: colours.paper });
  steps.push({ type: 'text', x: right - wide + 13, y: bottom - 10, text, size: 11, weight: 400, fill: colours.ink });
  steps.push({ type: 'mark', x: right - wide + 13 + pixels / 2, y: bottom, parts: [{ d: `M${-pixels / 2} -5V0H${pixels / 2}V-5`, stroke: colours.ink, width: 1.6 }] });
}

/** @param {Step} step @param {number} width @returns {Step} */
const mirrored = (step, width) => (step.type === 'text' || step.type === 'mark' ? { ...step, x: width - step.x } : { ...step, x: width - step.x - step.width });

/** A round length for the scale bar, about a hundred pixels long. @param {number} kmAPixel */
export function scaleOf(kmAPixel) {
  const most = kmAPixel * 130;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = ([5, 2, 1].find((digit) => digit * power <= most) ?? 1) * power;
  return { km, pixels: Math.round(km / kmAPixel) };
}
