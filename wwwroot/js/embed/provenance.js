// @ts-check
// Where it is from, and of when: said behind what is drawn, and kept up with.
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

/** Milliseconds of looking after which it begins. */
const AFTER = 20_000;

/** One embed's following of what is published; how that is done is loaded then. */
export class Following {
  #turn = 0;
  #waiting = 0;
  #end = () => {};

  /** @param {number} pub what is shown @param {() => void} changed the present is newer now */
  begin(pub, changed) {
    this.stop();
    this.#waiting = window.setTimeout(() => void this.#follow(pub, changed), AFTER);
  }

  /** @param {number} pub @param {() => void} changed */
  async #follow(pub, changed) {
    const turn = this.#turn;
    try {
      const { followChanges } = await import('./follow.js');
      if (turn === this.#turn) this.#end = followChanges(pub, changed);
    } catch (error) {
      console.warn('changes made elsewhere', detailOf(error));
    }
  }

  stop() {
    this.#turn++;
    window.clearTimeout(this.#waiting);
    this.#end();
    this.#end = () => {};
  }
}
