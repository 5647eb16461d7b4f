// @ts-check
// The chart on its canvas in two layers: a step of time lays what is chosen over what is counted, which stays.
import { drawChosen, drawCounted } from './draw.js';

/**
 * @typedef {import('./draw.js').Scene} Scene
 * @typedef {import('./look.js').Look} Look
 * @typedef {import('./look.js').Room} Room
 */

const densityNow = () => Math.min(2, window.devicePixelRatio || 1);

export class Layered {
  #canvas;
  #counted = document.createElement('canvas');

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) { this.#canvas = canvas; }

  /** @param {number} width CSS pixels @param {number} height */
  resize(width, height) {
    const density = densityNow();
    for (const canvas of [this.#canvas, this.#counted]) {
      canvas.width = width * density;
      canvas.height = height * density;
    }
  }

  /** Other cells. @param {Room} room @param {Scene} scene @param {Look} look */
  count(room, scene, look) {
    const context = this.#counted.getContext('2d');
    if (!context) return;
    context.setTransform(densityNow(), 0, 0, densityNow(), 0, 0);
    drawCounted(context, room, scene, look);
    this.choose(room, scene, look);
  }

  /** Another choice. @param {Room} room @param {Scene} scene @param {Look} look */
  choose(room, scene, look) {
    const context = this.#canvas.getContext('2d');
    if (!context || this.#counted.width === 0) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.drawImage(this.#counted, 0, 0);
    context.scale(densityNow(), densityNow());
    drawChosen(context, room, scene, look);
  }
}
