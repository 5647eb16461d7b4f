// @ts-check
// What a frame and the page around it say to one another. Each side hears only the window and the origin that it knows.

/**
 * @typedef {{type: 'hello'}|{type: 'ready'|'incidentselect'|'timechange', detail: object}|{type: 'size', height: number}} Told by the frame
 * @typedef {{type: 'hello'}|{type: 'play'|'pause'|'fit'}|{type: 'setTime', datetime: string}|{type: 'set', name: string, value: string|null}} Asked by the page around it
 */

const SOURCE = 'border-map';

/** @param {Told|Asked} message */
export const wrapped = (message) => ({ source: SOURCE, ...message });

/**
 * The message of an event, where it is one of ours.
 * @param {MessageEvent} event
 * @returns {any} null for anything else
 */
export const unwrapped = ({ data }) => (data !== null && typeof data === 'object' && data.source === SOURCE && typeof data.type === 'string' ? data : null);
