// The same free times for everybody: Monday to Friday, 60 days from tomorrow on, 16 starts a day from 9:00 in New York.
const HALF_HOUR = 1_800_000;
const DAY = 24 * 2 * HALF_HOUR;

/** The visitor's zone and the coach's. */
export const ZONE = 'America/New_York';
const local = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  weekday: 'short',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});
const wall = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
});

function hasTimes(ms, { from, to, weekend }) {
  const parts = Object.fromEntries(local.formatToParts(ms).map(({ type, value }) => [type, value]));
  const minutes = Number(parts.hour) * 60 + Number(parts.minute);
  return minutes >= from * 60 && minutes < to * 60 && (weekend || !/^S/.test(parts.weekday));
}

/** Starts in milliseconds, from tomorrow on. */
function starts({ days, step, hours: [from, to], weekend }) {
  const first = Math.ceil(Date.now() / DAY) * DAY;
  const found = [];
  for (let ms = first; ms < first + days * DAY; ms += step) if (hasTimes(ms, { from, to, weekend })) found.push(ms);
  return found;
}

/** What every page shows. */
export const usual = () => starts({ days: 60, step: HALF_HOUR, hours: [9, 17], weekend: false });

/** 168 times each day: 5,040 in thirty days. */
export const many = () => starts({ days: 75, step: HALF_HOUR / 6, hours: [6, 20], weekend: true });

/** The end of a time of so many minutes. */
export const end = (ms, minutes) => ms + minutes * 60_000;

/** With New York's offset, as a backend writes it that was asked for that zone. */
export function inZone(ms) {
  const minutes = Math.round((Date.parse(`${wall.format(ms).replace(', ', 'T')}Z`) - ms) / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const two = (number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
  return `${new Date(ms + minutes * 60_000).toISOString().slice(0, 19)}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}
