// @ts-check
// When to look whether something has come: as the page comes back to the front, and every minute while it is there.

const EVERY = 60_000;

/** No sooner after a look than so. */
const AGAIN = 5_000;

/** @param {() => void} look */
export function watch(look) {
  let last = -AGAIN;
  const lookNow = () => {
    const now = performance.now();
    if (document.hidden || now - last < AGAIN) return;
    last = now;
    look();
  };
  addEventListener('focus', lookNow);
  document.addEventListener('visibilitychange', lookNow);
  setInterval(lookNow, EVERY);
}
