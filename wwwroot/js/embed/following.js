// @ts-check
// One embed's following of what is published; how it is done is loaded behind what is drawn.
import { detailOf } from '../ui/notices.js';

export class Following {
  #turn = 0;
  #end = () => {};

  /** @param {number} pub what is shown @param {() => void} changed the present is newer now */
  async begin(pub, changed) {
    this.stop();
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
    this.#end();
    this.#end = () => {};
  }
}
