import { backfill, type BackfillSummary } from '../../postgres/backfill/backfill.js';
import type { CoachPlan } from '../../postgres/backfill/plan.js';
import { defineCommand, EXIT } from '../command.js';
import { withConnection } from '../connect.js';
import { DATABASE_URL_OPTION, readDatabaseUrl } from '../database-url.js';
import { UsageError } from '../failure.js';
import { describeNote, describePlan, quoted } from '../plan-lines.js';
import { createProgress } from '../progress.js';
import { given } from '../terminal.js';

const ABOUT = `Every coach without a config gets one: 30, 60 and 90 minutes at half, one and one and a half times the hourly rate, and
the lengths of the sessionLength text besides, pro rata. A coach without a schedule gets one from the availability text.
What is not understood is printed with the coach's id, never guessed. Coaches who have a config are left alone, so run it
again at any time. Ctrl-C stops it between two batches; the next run goes on.`;

export const backfillCommand = defineCommand({
  summary: 'Makes configs and schedules of hourlyRate, sessionLength and availability.',
  about: ABOUT,
  options: {
    ...DATABASE_URL_OPTION,
    'dry-run': { type: 'boolean', help: 'writes nothing, and prints what it would do for each coach' },
    currency: { type: 'string', value: '<code>', help: 'of the hourly rates; default: USD' },
    'currency-column': {
      type: 'string',
      value: '<name>',
      help: 'column of "User" or the profile that names a coach\'s currency',
    },
    'time-zone': { type: 'string', value: '<zone>', help: 'of hours where nothing names another, Europe/Berlin say' },
    'time-zone-column': {
      type: 'string',
      value: '<name>',
      help: "the like for a coach's zone; default: timezone, timeZone or time_zone",
    },
    schedules: { type: 'boolean', help: 'also gives a schedule to coaches who have a config already' },
    'batch-size': { type: 'string', value: '<n>', help: 'coaches at a time; default: 500' },
  },
  async run(values, terminal) {
    const url = readDatabaseUrl(values['database-url'], terminal.env);
    const batchSize = readBatchSize(values['batch-size']);
    const dryRun = values['dry-run'] === true;
    const progress = createProgress(terminal, 'coaches');
    const onCoach = (plan: CoachPlan): void => {
      const lines = [...(dryRun ? describePlan(plan) : []), ...plan.notes.map(describeNote)];
      if (lines.length > 0) progress.clear();
      for (const line of lines) terminal.say(line);
    };
    const summary = await withConnection(url, async (client) => {
      const signal = terminal.interruptible();
      try {
        return await backfill(client, {
          currency: given(values.currency),
          currencyColumn: given(values['currency-column']),
          timeZone: given(values['time-zone']),
          timeZoneColumn: given(values['time-zone-column']),
          schedules: values.schedules,
          dryRun,
          batchSize,
          signal,
          onCoach,
          onProgress: progress.update,
        });
      } catch (error) {
        progress.clear();
        if (error instanceof TypeError) throw new UsageError(`${error.message}.`);
        throw error;
      }
    });
    progress.clear();
    for (const line of describeSummary(summary, dryRun)) terminal.say(line);
    return summary.stopped ? EXIT.interrupted : EXIT.ok;
  },
});

function readBatchSize(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const size = Number(text);
  if (Number.isInteger(size) && size >= 1 && size <= 1000) return size;
  throw new UsageError(`--batch-size has to be a number from 1 to 1000, not ${quoted(text)}.`);
}

/** By field and reason, as a summary counts them. */
const NOTES: Readonly<Record<string, string>> = {
  'hourlyRate: missing': 'without an hourly rate: no config',
  'hourlyRate: invalid': 'with an hourly rate that is no price: no config',
  'hourlyRate: free': 'with an hourly rate of 0: their sessions are free',
  'sessionLength: not_understood': 'with a session length that is not understood',
  'availability: not_understood': 'with hours that are not understood',
  'timezone: no_time_zone': 'with hours on an unknown clock: give --time-zone',
};

function describeSummary(summary: BackfillSummary, dryRun: boolean): string[] {
  const { coaches, configs, schedules, notes, stopped } = summary;
  const done = dryRun ? 'would be written' : 'written';
  return [
    `${coaches} coaches looked at, ${configs} configs and ${schedules} schedules ${done}.`,
    ...Object.entries(notes).map(([kind, count]) => `  ${count} ${NOTES[kind] ?? kind}`),
    ...(stopped ? ['Stopped; run it again to go on.'] : []),
  ];
}
