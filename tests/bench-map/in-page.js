// Runs before the page's own scripts: how long scripts take in a step, and when all is shown.
(() => {
  const frame = window.requestAnimationFrame.bind(window);
  const timer = window.setTimeout.bind(window);
  const bench = window.bench = { script: 0, timers: 0, shownAt: 0, shown: 0, readyAt: 0 };
  window.requestAnimationFrame = (run) => frame((now) => {
    const from = performance.now();
    try { run(now); } finally { bench.script += performance.now() - from; }
  });
  window.setTimeout = (run, wait, ...given) => timer(() => {
    const from = performance.now();
    try { run(...given); } finally { bench.timers += performance.now() - from; }
  }, wait);
  bench.settled = () => new Promise((resolve) => frame(() => timer(resolve, 0)));
  new MutationObserver((changes) => {
    for (const { attributeName, target } of changes) {
      if (attributeName === 'data-shown' && Number(target.dataset.shown) > bench.shown) {
        bench.shown = Number(target.dataset.shown);
        bench.settled().then(() => { bench.shownAt = performance.now(); });
      } else if (attributeName === 'data-ready') bench.readyAt = performance.now();
    }
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-shown', 'data-ready'] });
  // One step: from the act to the frame that shows it. Script is the act and the callbacks of that frame.
  bench.step = async (act) => {
    bench.script = 0;
    const from = performance.now();
    act();
    const acted = performance.now() - from;
    await bench.settled();
    return { ms: performance.now() - from, script: acted + bench.script };
  };
})();
