// @ts-check
// Where it is from, and of when: said behind what is drawn.
import { writeState } from '../state/params.js';
import { detailOf } from '../ui/notices.js';
import { loadNewest, loadPublishers } from './data.js';

/** @typedef {import('./shell.js').Shell} Shell @typedef {import('../state/params.js').State} State */

/** @param {() => Shell|null} shellNow @param {State} state */
export async function saySources(shellNow, state) {
  const shell = shellNow();
  try {
    const names = await loadPublishers(writeState(state, { filterOnly: true }));
    if (shell === shellNow()) shell?.showSources(names);
  } catch (error) {
    console.warn('the sources', detailOf(error));
  }
}

/** That a pinned view is not the newest, and what it may no longer show. @param {() => Shell|null} shellNow @param {State} state @param {number} withheld */
export async function sayPinned(shellNow, state, withheld) {
  const shell = shellNow();
  if (!state.asOf) return;
  try {
    const newest = await loadNewest(state.asOf);
    if (shell === shellNow()) shell?.showPinned(state, newest, withheld);
  } catch (error) {
    console.warn('whether there is a newer version', detailOf(error));
  }
}
