// Medians of the visits, the table, and the ratios that are asked for.
export function median(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (!sorted.length) return undefined;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Name → medians of all that was measured, with `net` and `heapAbove` the blank page's taken off. */
export function summarize(visits) {
  const names = Object.keys(visits);
  const medians = Object.fromEntries(
    names.map((name) => {
      const keys = new Set(visits[name].flatMap((one) => Object.keys(one)));
      return [name, Object.fromEntries([...keys].map((key) => [key, median(visits[name].map((one) => one[key]))]))];
    }),
  );
  const { blank } = medians;
  for (const one of Object.values(medians)) {
    one.net = one.readyAt - blank.readyAt;
    one.heapAbove = one.heap - blank.heap;
  }
  return medians;
}

const ms = (value) => (value === undefined ? '–' : String(Math.round(value)));
const range = (values) => `${ms(Math.min(...values))}–${ms(Math.max(...values))}`;
const megabytes = (value) => (value / 1e6).toFixed(2);
const kilobytes = (value) => (value / 1000).toFixed(1);

const COLUMNS = [
  ['ready, ms (range)', (one, visits) => `${ms(one.readyAt)} (${range(visits.map(({ readyAt }) => readyAt))})`],
  ['net of blank', (one) => ms(one.net)],
  ['blocking', (one) => ms(one.blocking)],
  ['longest task', (one) => ms(one.longest)],
  ['processor time', (one) => ms(one.cpu)],
  ['of it script', (one) => ms(one.script)],
  ['style + layout', (one) => ms(one.style + one.layout)],
  ['next painted (range)', (one, visits) => (one.next ? `${ms(one.next)} (${range(visits.map((v) => v.next))})` : '–')],
  ['… with free days', (one) => ms(one.nextFree)],
  ['heap above blank, MB', (one) => megabytes(one.heapAbove)],
  ['scripts', (one) => ms(one.scripts)],
  ['API requests', (one) => ms(one.api)],
  ['first of them at', (one) => ms(one.apiAt)],
  ['kB without API', (one) => kilobytes(one.bytes)],
];

/** A markdown table, a row a page. */
export function table(pages, medians, visits) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const rows = Object.keys(medians).map((name) =>
    row([pages[name].label, ...COLUMNS.map(([, cell]) => cell(medians[name], visits[name]))]),
  );
  return [row(['', ...COLUMNS.map(([title]) => title)]), row(['---', ...COLUMNS.map(() => '---:')]), ...rows].join(
    '\n',
  );
}

/** What issue 4 asks for: key, what, and the largest share of the best full booking flow's. */
const GOALS = [
  ['net', 'time to slots, net of blank', 1 / 6],
  ['blocking', 'total blocking time', 1 / 8],
  ['next', 'next month painted', 1 / 4],
  ['heapAbove', 'heap above blank', 1 / 5],
];

/** Each goal with what was reached: `[{ text, met }]`. Those whose peers were not measured are left out. */
export function goals(pages, medians, name = 'ours') {
  const ours = medians[name];
  const flows = Object.keys(medians).filter((key) => pages[key].kind === 'flow' && !pages[key].ours);
  const found = [];
  for (const [key, what, share] of GOALS) {
    const best = flows.sort((a, b) => medians[a][key] - medians[b][key])[0];
    if (!best) continue;
    const ratio = ours[key] / medians[best][key];
    const unit = key === 'heapAbove' ? `${megabytes(ours[key])} MB` : `${ms(ours[key])} ms`;
    const inverse = ratio > 0 ? `1/${(1 / ratio).toFixed(1)}` : '0';
    found.push({
      text: `${what}: ${unit}, ${inverse} of ${pages[best].label} (at most 1/${Math.round(1 / share)})`,
      met: ratio <= share,
    });
  }
  if (medians.flatpickr) {
    const { next } = medians.flatpickr;
    found.push({
      text: `next month painted: ${ms(ours.next)} ms, flatpickr ${ms(next)} ms (no slower)`,
      met: ours.next <= next,
    });
  }
  found.push({
    text: `requests to slots: ${ms(ours.scripts)} script, ${ms(ours.api)} API (one each)`,
    met: ours.scripts === 1 && ours.api === 1,
  });
  return found;
}
