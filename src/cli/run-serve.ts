import { statSync } from 'node:fs';
import { randomId } from '../service/random-id.js';
import { startDemoServer, type DemoServer } from './demo-server.js';

/** What `serve --help` says. */
export const HELP = `Serves the demo site, the script tags and the API on one port.

  PORT           default 4100; 0 takes any free one
  HOST           default: every address of this machine
  COACH_TOKEN    what coach writes need as Authorization: Bearer; default: a random one, printed
  BOOKING_SECRET key of the manage tokens; default: a random one
  CORS_ORIGINS   other origins whose pages may call the API, with commas between
  RATE_LIMIT     off, for load tests

Bookings are kept in memory until the server stops.`;

const say = (line: string): void => console.log(line);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** A variable that is set to nothing counts as not set. */
const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

function readPort(text: string | undefined): number {
  const port = Number(given(text) ?? 4100);
  return Number.isInteger(port) && port >= 0 && port <= 65_535
    ? port
    : fail(`PORT has to be a number from 0 to 65535, not ${JSON.stringify(text)}.`);
}

function explain(error: unknown, port: number): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    fail(`Port ${port} is taken. Stop what runs there, or choose another:  PORT=${port + 1} npm start`);
  }
  if (code === 'EACCES') fail(`Port ${port} may not be used by this user. Choose another:  PORT=4100 npm start`);
  throw error;
}

function closeOnSignals(server: DemoServer): void {
  let isClosing = false;
  const close = (): void => {
    if (isClosing) process.exit(1);
    isClosing = true;
    void server.close().then(() => process.exit(0));
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

export interface ServeSettings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly siteFolder: string;
  readonly scriptFolder: string;
}

/** Serves until a signal ends it; what keeps it from starting is said in one line. */
export async function runServe({ env, siteFolder, scriptFolder }: ServeSettings): Promise<void> {
  const port = readPort(env.PORT);
  for (const needed of [siteFolder, scriptFolder]) {
    if (!statSync(needed, { throwIfNoEntry: false })) fail(`${needed} is missing: run npm run build first.`);
  }
  const coachToken = given(env.COACH_TOKEN) ?? randomId();
  const server = await startDemoServer({
    port,
    host: given(env.HOST),
    siteFolder,
    scriptFolder,
    coachToken,
    secret: env.BOOKING_SECRET,
    rateLimit: env.RATE_LIMIT !== 'off',
    corsOrigins: (env.CORS_ORIGINS ?? '').split(',').flatMap((origin) => origin.trim() || []),
    print: say,
    printError: ({ requestId, action, error }) => console.error(requestId, action, error),
  }).catch((error: unknown) => explain(error, port));
  closeOnSignals(server);

  say(`\n  ${server.url}  Ada Moreau's site: book a session\n`);
  if (!env.COACH_TOKEN) say(`  Coach writes need  Authorization: Bearer ${coachToken}`);
  if (env.DATABASE_URL || env.DATA_DIR) say('  DATABASE_URL and DATA_DIR have no effect yet.');
  say('  Bookings are kept in memory until the server stops. Each is printed here on her own clock.\n');
}
