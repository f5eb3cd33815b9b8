import { formatMoney, toMinor } from '../domain/money.js';
import { isDayRule } from '../domain/schedule.js';
import type { BackfillNote, CoachPlan } from '../postgres/backfill/plan.js';

/** A text of somebody else's in one line, without what could steer a terminal. */
export const quoted = (text: string): string =>
  JSON.stringify(
    text
      .replace(/\p{C}+/gu, ' ')
      .trim()
      .slice(0, 120),
  );

/** What a coach gets: `coach 7: 30 min $40, 60 min $80, 90 min $120; 60 min first`. */
export function describePlan({ coachId, config, schedule }: CoachPlan): string[] {
  const lines: string[] = [];
  if (config) {
    const prices = config.durations.map((minutes) => {
      const price = toMinor(config.rates[minutes] ?? 0, config.currency);
      return `${minutes} min ${formatMoney(price, 'en', { display: 'code' }).replace(/\s/g, ' ')}`;
    });
    lines.push(`coach ${coachId}: ${prices.join(', ')}; ${config.defaultDuration} min first`);
  }
  if (schedule) {
    const days = schedule.rules.filter(isDayRule).map((rule) => {
      const day = rule.type === 'wday' ? rule.wday.slice(0, 3) : rule.date;
      return `${day} ${rule.intervals.map(({ from, to }) => `${from}-${to}`).join(' ')}`;
    });
    lines.push(`coach ${coachId}: ${days.join(', ')} (${schedule.timezone})`);
  }
  return lines;
}

const REASONS: Readonly<Record<BackfillNote['reason'], string>> = {
  missing: 'is missing',
  invalid: 'is no price',
  not_understood: 'is not understood',
  no_time_zone: 'is on an unknown clock',
  free: 'makes every session free',
};

/** What a person should look at: `coach 14: availability is not understood: "ask me"`. */
export function describeNote({ coachId, field, text, reason }: BackfillNote): string {
  const what = field === 'timezone' && reason === 'no_time_zone' ? 'availability' : field;
  const why = field === 'config' ? 'is refused' : REASONS[reason];
  return `coach ${coachId}: ${what} ${why}${text === null ? '' : `: ${quoted(text)}`}`;
}
