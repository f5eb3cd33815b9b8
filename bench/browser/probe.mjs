// Runs inside the measured page from its first moment on. Times are milliseconds since the navigation began.

/** `ready`: selector → how many elements it must match at least. */
export function probe(ready) {
  if (window !== window.top) return;

  /** `a >> b` looks for b in the shadow root of a. */
  function find(path) {
    const inner = path.split(' >> ');
    const last = inner.pop();
    let root = document;
    for (const selector of inner) {
      root = root.querySelector(selector)?.shadowRoot;
      if (!root) return [];
    }
    return root.querySelectorAll(last);
  }

  const isVisible = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
  const matches = (path, least) => {
    const found = find(path);
    return found.length >= least && isVisible(found[0]);
  };

  /** Asks before each frame; what it finds is in that frame, and the message comes when the frame was painted. */
  const painted = (isThere) =>
    new Promise((resolve, reject) => {
      const until = performance.now() + 60_000;
      const look = (now) => {
        if (now > until) return reject(new Error('nothing came of it'));
        if (!isThere()) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        return port2.postMessage(0);
      };
      requestAnimationFrame(look);
    });

  const bench = { find, readyAt: 0, longTasks: [], clicked: null, frames: [] };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.longTasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  void painted(() => document.body && Object.entries(ready).every(([path, least]) => matches(path, least))).then(
    (ms) => (bench.readyAt = ms),
  );

  const text = (path) => {
    const [element] = find(path);
    return element?.value ?? element?.textContent?.trim();
  };

  /** Call before a real click: its effect is there when the heading is another one, and once more when days are free. */
  bench.watchClick = ({ heading, free }) => {
    const before = text(heading);
    let from = null;
    addEventListener('pointerup', (event) => (from = event.timeStamp), { capture: true, once: true });
    const turned = () => from !== null && text(heading) !== before;
    bench.clicked = Promise.all([
      painted(turned),
      free ? painted(() => turned() && find(free).length > 4) : undefined,
    ]).then(([shown, filled]) => ({ shown: shown - from, filled: filled && filled - from }));
  };

  /** From now on the time from each frame to the next, until `stopFrames`. */
  bench.watchFrames = () => {
    bench.frames = [];
    let last = 0;
    const tick = (now) => {
      if (last) bench.frames.push(now - last);
      last = now;
      bench.frame = requestAnimationFrame(tick);
    };
    bench.frame = requestAnimationFrame(tick);
  };
  bench.stopFrames = () => {
    cancelAnimationFrame(bench.frame);
    return bench.frames;
  };
  window.bench = bench;
}
