/**
 * The browser's back button closes a popup: each open one has an entry in the history, with the page's own address and state,
 * and a mark of ours in it (docs/decisions/0019-embedding.md).
 */
const MARK = 'coach-booking.popup';

/** How long an answer to a step back is waited for. */
const PATIENCE_MS = 500;

interface Entry {
  readonly mark: string;
  /** The visitor went back. */
  readonly onBack: () => void;
}

/** Open popups, the last on top. */
const entries: Entry[] = [];
/** Marks of another load of the page mean nothing. */
const load = Date.now().toString(36);
let count = 0;
/** A step back that is on its way: an entry made before it arrives would be the one that it leaves. */
let settled: Promise<void> = Promise.resolve();
/** The mark that was left last: one that is slow to go is not left twice. */
let stale = '';

/**
 * Leaves the entry of a popup that was open when the page was loaded anew: it shows what the one before it shows, so one press
 * of back would be one for nothing. An entry of another address is the page's own, with what it found in the one before.
 */
export function leaveStaleEntry(): void {
  settled = settled.then(async () => {
    const mark = String(markOf(history.state));
    if (mark === stale || mark.startsWith(load) || !isOfThisAddress(mark)) return;
    stale = mark;
    await stepBack();
  });
}

/** Makes an entry. Answers the way to take it out again, resolved once that is done. */
export function enterHistory(onBack: () => void): (isGone?: boolean) => Promise<void> {
  const entry: Entry = { mark: `${load}-${++count} ${location.href}`, onBack };
  let isOver = false;
  const entered = settled.then(() => {
    if (isOver) return;
    // An entry that a closed popup has left is used again: back is one step, however often popups were opened.
    const mark = String(markOf(history.state));
    const isLeftOver = isOfThisAddress(mark) && !entries.some((other) => other.mark === mark);
    write({ ...asRecord(own(history.state)), [MARK]: entry.mark }, isLeftOver);
    if (!entries.length) addEventListener('popstate', onPopState);
    entries.push(entry);
  });
  return async (isGone = false) => {
    isOver = true;
    remove(entry);
    await entered;
    // What the page does in the same breath, such as going to another route, comes first; then this entry is not on top.
    await pause(0);
    if (markOf(history.state) !== entry.mark) return;
    if (isGone) write(own(history.state), true);
    else await (settled = stepBack());
  };
}

const isOfThisAddress = (mark: string) => mark.endsWith(` ${location.href}`);

function onPopState(event: PopStateEvent): void {
  const mark = markOf(event.state);
  const current = entries.findIndex((entry) => entry.mark === mark);
  for (const entry of entries.slice(current + 1).reverse()) {
    remove(entry);
    entry.onBack();
  }
}

function remove(entry: Entry): void {
  const at = entries.indexOf(entry);
  if (at < 0) return;
  entries.splice(at, 1);
  if (!entries.length) removeEventListener('popstate', onPopState);
}

function write(state: unknown, replace: boolean): void {
  // Safari refuses after a hundred in half a minute: then back is back.
  try {
    if (replace) history.replaceState(state, '');
    else history.pushState(state, '');
  } catch {
    return;
  }
}

/** The page's own state. */
function own(state: unknown): unknown {
  if (!isRecord(state)) return state;
  const { [MARK]: _mark, ...others } = state;
  return Object.keys(others).length ? others : null;
}

function stepBack(): Promise<void> {
  const arrived = new Promise<void>((resolve) => {
    addEventListener('popstate', () => resolve(), { once: true });
  });
  history.back();
  return Promise.race([arrived, pause(PATIENCE_MS)]);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A state that is no object has no place for a mark: it is kept beside it, and stays as it is in the page's own entry. */
const asRecord = (state: unknown) => (isRecord(state) || state === null ? state : { state });

function markOf(state: unknown): unknown {
  return isRecord(state) ? state[MARK] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
