/**
 * What the three engines cannot do alike under test, once and by name. A test that needs such a thing says so with
 * `itNeeds`: it is then reported as skipped with the reason, and listed at the end of `npm test`.
 */
import {
  emulateMedia,
  executeServerCommand,
  resetMouse,
  sendKeys,
  sendMouse,
  setViewport,
} from '@web/test-runner-commands';

export type Engine = 'chromium' | 'firefox' | 'webkit';

const agent = navigator.userAgent;
export const engine: Engine = agent.includes('Firefox/')
  ? 'firefox'
  : agent.includes('Chrome/')
    ? 'chromium'
    : 'webkit';

const LIMITS = {
  'narrow viewport': { webkit: "MiniBrowser's inner width has a floor of 447 px" },
  'focus ring after arrows': {
    webkit:
      'a radio button in a shadow root that arrows move to does not match :focus-visible; that it is chosen shows',
  },
  'focus ring': {
    webkit: 'under WebDriver, a window that an earlier page clicked in matches no :focus-visible, not even after Tab',
  },
  mouse: { webkit: 'WebDriver of this WebKit is not asked for its pointer' },
  'media emulation': { firefox: 'WebDriver BiDi has no media emulation', webkit: 'WebDriver has no media emulation' },
} satisfies Record<string, Partial<Record<Engine, string>>>;

export type Ability = keyof typeof LIMITS;

/** Why this engine lacks the ability, or undefined when it has it. */
export function lacks(ability: Ability): string | undefined {
  const limits: Partial<Record<Engine, string>> = LIMITS[ability];
  return limits[engine];
}

/** `it`, skipped with its reason where the engine lacks the ability. */
export function itNeeds(ability: Ability, title: string, test: () => Promise<void>): void {
  const reason = lacks(ability);
  if (reason === undefined) it(title, test);
  else it.skip(`${title} [needs ${ability}: ${reason}]`, test);
}

/** Sets the window's inner size in CSS pixels. Below 447 px wide: guard with `itNeeds('narrow viewport', …)`. */
export async function resizeTo(width: number, height = 800): Promise<void> {
  if (engine !== 'webkit') return setViewport({ width, height });
  await executeServerCommand('webkit-set-viewport', { width, height });
}

/** Emulates a preference; guard with `itNeeds('media emulation', …)`. */
export const emulate = (media: Parameters<typeof emulateMedia>[0]): Promise<void> => emulateMedia(media);

/** Presses one key or a chord, by the names of `KeyboardEvent.key`: `press('Tab')`, `press('Shift+Tab')`. */
export async function press(chord: string): Promise<void> {
  if (engine === 'webkit') {
    await executeServerCommand('webkit-press', { chord });
    return;
  }
  const keys = chord.split('+');
  const last = keys.pop() ?? '';
  for (const key of keys) await sendKeys({ down: key });
  await sendKeys({ press: last });
  for (const key of keys.reverse()) await sendKeys({ up: key });
}

/** Types text into what has the focus. */
export const type = (text: string): Promise<void> => sendKeys({ type: text });

/** Runs `look` while the mouse is held down on the middle of an element; guard with `itNeeds('mouse', …)`. */
export async function pressing<T>(element: Element, look: () => T): Promise<T> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  await sendMouse({ type: 'down' });
  const seen = look();
  await resetMouse();
  return seen;
}
