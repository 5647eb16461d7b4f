// @ts-check
// Resolves many names, some at a time, so that progress shows and a stop is a stop.

/** Names of one request: an answer within a second even on a small machine. */
export const PART = 250;

/** How often a busy server is asked again. */
const PATIENCE = 5;

/**
 * @param {import('./rows.js').Row[][]} groups rows written alike; each group is asked once
 * @param {object} with_
 * @param {(queries: import('./rows.js').Query[], signal: AbortSignal) => Promise<import('./rows.js').Answer[]>} with_.ask
 * @param {(rows: import('./rows.js').Row[]) => void} with_.done tells which rows have their answer now
 * @param {(seconds: number) => Promise<void>} with_.wait
 * @param {AbortSignal} with_.signal
 */
export async function resolveAll(groups, { ask, done, wait, signal }) {
  for (let from = 0; from < groups.length && !signal.aborted; from += PART) {
    const part = groups.slice(from, from + PART);
    const answers = await askPatiently(part.map(([row]) => row.query), { ask, wait, signal });
    if (signal.aborted) return;
    part.forEach((rows, at) => { for (const row of rows) row.answer = answers[at]; });
    done(part.flat());
  }
}

/**
 * @param {import('./rows.js').Query[]} queries
 * @param {Pick<Parameters<typeof resolveAll>[1], 'ask'|'wait'|'signal'>} with_
 */
async function askPatiently(queries, { ask, wait, signal }) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask(queries, signal);
    } catch (error) {
      const after = error instanceof Error && 'retryAfter' in error ? Number(error.retryAfter) : 0;
      if (signal.aborted || !after || tried === PATIENCE) throw error;
      await wait(after);
    }
  }
}
