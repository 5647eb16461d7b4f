// @ts-check
// For pages that show an embed in a frame: the element's methods and events over messages, and the height that a list or a counter needs.
import { unwrapped, wrapped } from './messages.js';

const EVENTS = ['ready', 'incidentselect', 'timechange'];

class FramedMap extends EventTarget {
  #frame;
  #origin;
  #isHeard = false;
  /** @type {import('./messages.js').Asked[]} */ #waiting = [];

  /** @param {HTMLIFrameElement} frame */
  constructor(frame) {
    super();
    this.#frame = frame;
    this.#origin = new URL(frame.src).origin;
    addEventListener('message', (event) => this.#hear(event));
    this.#post({ type: 'hello' });
  }

  play() { this.#ask({ type: 'play' }); }
  pause() { this.#ask({ type: 'pause' }); }
  fit() { this.#ask({ type: 'fit' }); }
  /** @param {string} datetime a day or an interval of days */
  setTime(datetime) { this.#ask({ type: 'setTime', datetime }); }
  /** Sets an attribute of the element in the frame. @param {string} name @param {string|null} value */
  set(name, value) { this.#ask({ type: 'set', name, value }); }

  /** @param {import('./messages.js').Asked} message */
  #ask(message) {
    if (this.#isHeard) this.#post(message);
    else this.#waiting.push(message);
  }

  // To the frame's own origin alone: whatever else it may show meanwhile hears nothing.
  /** @param {import('./messages.js').Asked} message */
  #post(message) { this.#frame.contentWindow?.postMessage(wrapped(message), this.#origin); }

  /** @param {MessageEvent} event */
  #hear(event) {
    if (event.source !== this.#frame.contentWindow || event.origin !== this.#origin) return;
    const message = unwrapped(event);
    if (message?.type === 'hello') {
      this.#isHeard = true;
      this.#post({ type: 'hello' });
      for (const waiting of this.#waiting.splice(0)) this.#post(waiting);
    } else if (message?.type === 'size' && Number.isFinite(message.height)) this.#frame.style.height = `${Math.min(4000, Math.max(60, Math.ceil(message.height)))}px`;
    else if (EVENTS.includes(message?.type)) this.dispatchEvent(new CustomEvent(message.type, { detail: message.detail }));
  }
}

/** @param {HTMLIFrameElement} iframe that shows /embed */
export const frame = (iframe) => new FramedMap(iframe);
