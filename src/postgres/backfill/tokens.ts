/** A time of day as it was typed. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly half?: 'am' | 'pm';
  /** `09`: nobody writes that on a 12-hour clock without saying so. */
  readonly isPadded: boolean;
}

export type Token =
  | { readonly kind: 'days'; /** Monday is 0. */ readonly days: readonly number[] }
  | { readonly kind: 'time'; readonly time: ClockTime }
  | { readonly kind: 'dash' | 'separator' };

const DAYS = [
  'mon(?:days?)?',
  'tue(?:s(?:days?)?)?',
  'wed(?:s|nesdays?)?',
  'thu(?:r(?:s(?:days?)?)?)?',
  'fri(?:days?)?',
  'sat(?:urdays?)?',
  'sun(?:days?)?',
];

const days = (...list: readonly number[]): Token => ({ kind: 'days', days: list });

/** Tried in this order at the start of what is left; a null token is skipped. */
const LEXICON: readonly (readonly [RegExp, (match: RegExpExecArray) => Token | null | undefined])[] = [
  [/^(?:every ?day|daily)\b/, () => days(0, 1, 2, 3, 4, 5, 6)],
  [/^(?:weekdays?|workdays?)\b/, () => days(0, 1, 2, 3, 4)],
  [/^weekends?\b/, () => days(5, 6)],
  ...DAYS.map((name, day): (typeof LEXICON)[number] => [new RegExp(`^${name}\\b\\.?`), () => days(day)]),
  [/^(?:12 ?)?noon\b/, () => timeToken('12', '', 'pm')],
  [/^(?:12 ?)?midnight\b/, () => timeToken('12', '', 'am')],
  [
    /^(\d{1,2})(?:[:.](\d{2}))?(?: ?(?:([ap])\.?m\b\.?|h\b))?(?![\d:])/,
    ([, hour = '', minute = '', half]) =>
      timeToken(hour, minute, half === 'a' ? 'am' : half === 'p' ? 'pm' : undefined),
  ],
  [/^(?:[-–—‐]|(?:to|through|thru|until|till)\b)/, () => ({ kind: 'dash' })],
  [/^(?:[,;/|&+]|and\b)/, () => ({ kind: 'separator' })],
  // `Mon-Fri: from 9am`, `(9am)`, and the full stop at the end.
  [/^(?:[:()]|from\b|at\b|on\b|\.$)/, () => null],
];

/** Undefined for what is no time of day. */
function timeToken(hour: string, minute: string, half: ClockTime['half']): Token | undefined {
  const time = { hour: Number(hour), minute: Number(minute), isPadded: hour.startsWith('0') };
  if (time.minute > 59 || time.hour > 24 || (time.hour === 24 && time.minute > 0)) return undefined;
  return { kind: 'time', time: half ? { ...time, half } : time };
}

/** A text about days and hours, word for word; null as soon as there is a word that is not known. */
export function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  let rest = text.toLowerCase().trim().replace(/\s+/g, ' ');
  while (rest !== '') {
    const [length, token] = readToken(rest);
    if (token === undefined) return null;
    if (token) tokens.push(token);
    rest = rest.slice(length).trimStart();
  }
  return tokens;
}

function readToken(rest: string): readonly [length: number, token: Token | null | undefined] {
  for (const [pattern, make] of LEXICON) {
    const match = pattern.exec(rest);
    if (match) return [match[0].length, make(match)];
  }
  return [0, undefined];
}
