// @ts-check
// Draws a laid-out picture: on a canvas of twice the pixels, and as SVG with the map as its only raster and text as text.
import { drawParts } from '../layers/gates.js';
import { partElements } from '../layers/key.js';

/** @typedef {ReturnType<typeof import('./layout.js').layoutPicture>} Layout */

export const DENSITY = 2;
const SVG = 'http://www.w3.org/2000/svg';

/** @param {string} font @returns {import('./layout.js').Measure} */
export function measureWith(font) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  return (text, size, weight) => {
    context.font = `${weight} ${size}px ${font}`;
    return context.measureText(text).width;
  };
}

/** @param {Layout} layout @param {HTMLCanvasElement} map @param {string} font */
export function onCanvas({ width, height, rtl, steps }, map, font) {
  const canvas = document.createElement('canvas');
  canvas.width = width * DENSITY;
  canvas.height = height * DENSITY;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.scale(DENSITY, DENSITY);
  context.direction = rtl ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  for (const step of steps) {
    if (step.type === 'map') context.drawImage(map, step.x, step.y, step.width, step.height);
    else if (step.type === 'mark') drawParts(context, step.parts, step.x, step.y);
    else if (step.type === 'text') {
      context.font = `${step.weight} ${step.size}px ${font}`;
      context.fillStyle = step.fill;
      context.fillText(step.text, step.x, step.y);
    } else {
      context.fillStyle = step.fill;
      if (step.fill !== 'none') context.fillRect(step.x, step.y, step.width, step.height);
      context.strokeStyle = step.stroke ?? 'none';
      if (step.stroke) context.strokeRect(step.x, step.y, step.width, step.height);
    }
  }
  return canvas;
}

/**
 * @param {Layout} layout
 * @param {HTMLCanvasElement} map
 * @param {string} font
 * @param {{title: string, description: string, lang: string}} about
 */
export function asSvg({ width, height, rtl, steps }, map, font, { title, description, lang }) {
  const paper = document.implementation.createDocument(SVG, 'svg');
  const make = (/** @type {string} */ name, /** @type {Record<string, string|number>} */ attributes = {}, text = '') => {
    const element = paper.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text) element.textContent = text;
    return element;
  };
  const root = paper.documentElement;
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': font, role: 'img', lang, direction: rtl ? 'rtl' : 'ltr' })) root.setAttribute(name, String(value));
  root.append(make('title', {}, title), make('desc', {}, description));
  for (const step of steps) {
    if (step.type === 'map') root.append(make('image', { x: step.x, y: step.y, width: step.width, height: step.height, href: map.toDataURL('image/png') }));
    else if (step.type === 'text') root.append(make('text', { x: step.x, y: step.y, 'font-size': step.size, 'font-weight': step.weight, fill: step.fill }, step.text));
    else if (step.type === 'rect') root.append(make('rect', { x: step.x, y: step.y, width: step.width, height: step.height, fill: step.fill, stroke: step.stroke ?? 'none' }));
    else {
      const group = make('g', { transform: `translate(${step.x} ${step.y})` });
      group.append(...partElements(step.parts, make));
      root.append(group);
    }
  }
  return new XMLSerializer().serializeToString(paper);
}
