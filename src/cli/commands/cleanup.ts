import { createInterface } from 'node:readline/promises';
import { cleanup, type CleanupPlan } from '../../postgres/cleanup.js';
import { defineCommand, EXIT } from '../command.js';
import { withConnection } from '../connect.js';
import { DATABASE_URL_OPTION, publicUrl, readDatabaseUrl } from '../database-url.js';
import { Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';
import { describeReport, explainMissing } from './verify.js';

const ABOUT = `The last step (contract), for when no code of yours reads these columns any more. It runs verify first and stops when
anything is wrong, says what it will drop, and asks. There is no way back but a backup: pg_dump the table before.`;

export const cleanupCommand = defineCommand({
  summary: 'Drops hourlyRate, sessionLength and availability of the coach profiles.',
  about: ABOUT,
  options: {
    ...DATABASE_URL_OPTION,
    'dry-run': { type: 'boolean', help: 'says what it would drop' },
    yes: { type: 'boolean', short: 'y', help: 'does not ask, for scripts' },
  },
  async run(values, terminal) {
    const url = readDatabaseUrl(values['database-url'], terminal.env);
    const { say } = terminal;
    const confirm = async (plan: CleanupPlan): Promise<boolean> => {
      for (const line of describeCleanup(plan, publicUrl(url))) say(line);
      if (values['dry-run']) return false;
      return values.yes === true || ask(terminal, plan.database);
    };
    const { outcome, report, plan } = await withConnection(url, (client) =>
      cleanup(client, { confirm }).catch(explainMissing),
    );
    switch (outcome) {
      case 'nothing':
        say('Nothing to clean up: the columns are gone.');
        return EXIT.ok;
      case 'refused':
        for (const line of describeReport(report)) say(line);
        throw new Failure(`Nothing was dropped: verify finds ${report.errors} wrong. Put that right first.`);
      case 'declined':
        say('Nothing was dropped.');
        return values['dry-run'] ? EXIT.ok : EXIT.failed;
      case 'dropped':
        say(`Dropped: ${plan.columns.map(({ column }) => column).join(', ')}.`);
        return EXIT.ok;
    }
  },
});

function describeCleanup({ relation, columns }: CleanupPlan, place: string): string[] {
  return [
    `In ${place}, of the table ${relation}, for good:`,
    ...columns.map(({ column, values, unused }) => {
      const without = column === 'availability' ? 'schedule' : 'config';
      return `  ${column}: ${values} values${unused > 0 ? `, ${unused} of them of coaches without a ${without}` : ''}`;
    }),
  ];
}

async function ask({ stdin, stderr }: Terminal, database: string): Promise<boolean> {
  if (stdin.isTTY !== true) throw new Failure('Nobody is there to ask. To drop them without a question, add --yes.');
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    const question = `Type the database's name (${database}), or yes, to drop them: `;
    // Ctrl-C and the end of the input are a no.
    const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    const answer = await Promise.race([lines.question(question), closed]);
    return answer.trim() === database || answer.trim() === 'yes';
  } finally {
    lines.close();
  }
}
