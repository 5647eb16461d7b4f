// @ts-check
// The document being written, and who wants to know when it changes.

/** @typedef {import('./document.js').Doc} Doc */

export class Draft {
  /** @type {((draft: Draft, by: unknown) => void)[]} */ #listeners = [];

  /** @param {Doc} document */
  constructor(document) { this.document = document; }

  /** @param {(draft: Draft, by: unknown) => void} listener `by`: the section that changed it, which need not draw itself again */
  subscribe(listener) { this.#listeners.push(listener); }

  /** @param {(document: Doc) => void} change @param {unknown} by */
  change(change, by) {
    change(this.document);
    this.#tell(by);
  }

  /** @param {Doc} document */
  replace(document) {
    this.document = document;
    this.#tell(null);
  }

  /** @param {unknown} by */
  #tell(by) { for (const listener of this.#listeners) listener(this, by); }
}
