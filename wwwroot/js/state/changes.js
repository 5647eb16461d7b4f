// @ts-check
// What has to be done anew when a part of the state changes.

/** @typedef {keyof import('./params.js').State} Key */

/** What a change of these asks the server again for. @type {readonly Key[]} */
export const MEMBER_KEYS = ['place', 'actor', 'publisher', 'q', 'bbox', 'within', 'placeMatch', 'asOf'];

/** These choose no incidents. @type {readonly Key[]} */
export const LOOK_KEYS = ['view', 'highlight', 'layer', 'mode', 'chart', 'measure', 'worldview', 'lang'];

/** @type {readonly Key[]} */
export const LAYER_KEYS = ['layer', 'measure', 'worldview'];

/** @type {readonly Key[]} */
export const TIME_KEYS = ['datetime', 'timeMatch'];
