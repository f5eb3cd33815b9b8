import { statSync } from 'node:fs';
import { randomId } from '../../service/random-id.js';
import { defineCommand, EXIT, type Command } from '../command.js';
import { keepSecrets } from '../data-folder.js';
import { checkDatabaseUrl } from '../database-url.js';
import { startDemoServer, type DemoServer } from '../demo-server.js';
import { Failure, UsageError } from '../failure.js';
import { openStore, type StoreChoice } from '../open-store.js';
import { given, type Terminal } from '../terminal.js';

const ABOUT = `Bookings are kept in an embedded Postgres in the data folder, or on the server that DATABASE_URL names.
What keeps secrets secret is read from variables:

  COACH_TOKEN    what coach writes need as Authorization: Bearer
  BOOKING_SECRET key of the manage tokens
                 default of both: random ones, kept in the data folder (secrets.json) and the first printed
  CORS_ORIGINS   other origins whose pages may call the API, with commas between
  RATE_LIMIT     off, for load tests`;

const DEFAULT_FOLDER = '.data';

export interface ServeFolders {
  readonly siteFolder: string;
  readonly scriptFolder: string;
}

/** `serve`: runs until a signal ends it. What keeps it from starting is said in one line. */
export function createServeCommand({ siteFolder, scriptFolder }: ServeFolders): Command {
  return defineCommand({
    summary: 'Serves the demo site, the script tags and the API on one port.',
    about: ABOUT,
    options: {
      port: { type: 'string', short: 'p', value: '<port>', help: 'default: PORT, else 4100; 0 takes any free one' },
      host: { type: 'string', value: '<address>', help: 'default: HOST, else every address of this machine' },
      'database-url': {
        type: 'string',
        value: '<url>',
        help: 'keeps bookings on a Postgres server; default: DATABASE_URL',
      },
      'data-dir': { type: 'string', value: '<folder>', help: `default: DATA_DIR, else ${DEFAULT_FOLDER}` },
      memory: { type: 'boolean', help: 'keeps bookings in memory until it stops' },
    },
    async run(values, terminal) {
      const { env, say, tell } = terminal;
      const port = readPort(values.port ?? env.PORT);
      for (const needed of [siteFolder, scriptFolder]) {
        if (!statSync(needed, { throwIfNoEntry: false }))
          throw new Failure(`${needed} is missing: run npm run build first.`);
      }
      const folder = given(values['data-dir']) ?? given(env.DATA_DIR) ?? DEFAULT_FOLDER;
      const choice = chooseStore(values, env, folder);
      const secrets = readSecrets(env, choice.kind === 'memory' ? null : folder);
      const opened = await openStore(choice, { now: Date.now(), tell });
      const server = await startDemoServer({
        port,
        host: given(values.host) ?? given(env.HOST),
        siteFolder,
        scriptFolder,
        store: opened.store,
        ...secrets,
        rateLimit: env.RATE_LIMIT !== 'off',
        corsOrigins: (env.CORS_ORIGINS ?? '').split(',').flatMap((origin) => origin.trim() || []),
        print: say,
        printError: (...what) => console.error(...what),
      }).catch(async (error: unknown) => {
        await opened.close();
        throw explainListen(error, port);
      });
      closeOnSignals(server, opened.close);

      const lines = [
        '',
        `${server.url}  Ada Moreau's site: book a session`,
        '',
        ...(opened.hasDemoCoach ? [] : ['This database has coaches of its own, so the demo coach was not added.']),
        ...(given(env.COACH_TOKEN) ? [] : [`Coach writes need  Authorization: Bearer ${secrets.coachToken}`]),
        `Bookings are kept in ${opened.place}. Each is printed here on the coach's own clock.`,
        '',
      ];
      say(lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n'));
      // The server keeps the process alive; a signal ends it.
      return EXIT.ok;
    },
  });
}

function readPort(text: string | undefined): number {
  const port = Number(given(text) ?? 4100);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`PORT has to be a number from 0 to 65535, not ${JSON.stringify(text)}.`);
}

function chooseStore(
  values: { readonly memory?: boolean; readonly 'database-url'?: string; readonly 'data-dir'?: string },
  env: Terminal['env'],
  folder: string,
): StoreChoice {
  const asked = given(values['database-url']);
  if (values.memory) {
    if (asked !== undefined || given(values['data-dir']) !== undefined) {
      throw new UsageError('--memory keeps nothing: it goes with neither --database-url nor --data-dir.');
    }
    return { kind: 'memory' };
  }
  // A folder that is asked for on the command line wins over the environment.
  const url = asked ?? (given(values['data-dir']) === undefined ? given(env.DATABASE_URL) : undefined);
  if (url === undefined) return { kind: 'embedded', folder };
  checkDatabaseUrl(url);
  return { kind: 'server', url };
}

function readSecrets(env: Terminal['env'], folder: string | null): { coachToken: string; secret: string } {
  const coachToken = given(env.COACH_TOKEN);
  const secret = given(env.BOOKING_SECRET);
  if (coachToken !== undefined && secret !== undefined) return { coachToken, secret };
  const kept =
    folder === null ? { coachToken: randomId(), bookingSecret: `${randomId()}${randomId()}` } : keepSecrets(folder);
  return { coachToken: coachToken ?? kept.coachToken, secret: secret ?? kept.bookingSecret };
}

function explainListen(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const other = port === 65_535 ? 4100 : port + 1;
  if (code === 'EADDRINUSE') {
    return new Failure(`Port ${port} is taken. Stop what runs there, or choose another:  PORT=${other} npm start`);
  }
  if (code === 'EACCES') {
    return new Failure(`Port ${port} may not be used by this user. Choose another:  PORT=4100 npm start`);
  }
  return error;
}

function closeOnSignals(server: DemoServer, closeStore: () => Promise<void>): void {
  let isClosing = false;
  const close = (): void => {
    if (isClosing) process.exit(1);
    isClosing = true;
    void server
      .close()
      .then(closeStore)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}
