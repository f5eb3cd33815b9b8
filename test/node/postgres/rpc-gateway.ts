// A stand-in for PostgREST, which can't run here: `/rest/v1/rpc/*` alone, over the same Postgres, as its documentation
// says (https://docs.postgrest.org/en/stable/references/errors.html, …/transactions.html, …/api/functions.html).
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

export const ANON_KEY = 'anon-key-of-the-tests';
export const SERVICE_KEY = 'service-key-of-the-tests';

/** Roles and default grants as the platform makes them, before anything of ours is there. */
export const PLATFORM_ROLES = `
do $$
declare
  name text;
begin
  foreach name in array array['anon', 'authenticated', 'service_role'] loop
    if not exists (select from pg_roles where rolname = name) then execute format('create role %I nologin', name); end if;
  end loop;
end $$;
alter role service_role bypassrls;
grant usage on schema public to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges grant execute on functions to anon, authenticated, service_role;`;

export interface RpcGateway {
  readonly url: string;
  close(): Promise<void>;
}

interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: string | null;
  readonly hint: string | null;
}

const EXPOSED: ReadonlySet<string> = new Set(['public', 'coach_booking']);
const ROLES: ReadonlyMap<string, string> = new Map([
  [ANON_KEY, 'anon'],
  [SERVICE_KEY, 'service_role'],
]);

/** The documented table; the first that fits counts. */
const STATUS: readonly (readonly [code: RegExp, status: number])[] = [
  [/^08/, 503],
  [/^(?:09|25(?!006)|2D|38|39|3B|40|54|55|57|58|F0|HV|53400|P0(?!001)|42P17)/, 500],
  [/^(?:0L|0P|28)/, 403],
  [/^(?:23503|23505)$/, 409],
  [/^25006$/, 405],
  [/^53/, 503],
  [/^(?:42883|42P01)$/, 404],
  [/^PT[45]\d\d$/, 0],
];

function statusOf(code: string, role: string): number {
  if (code === '42501') return role === 'anon' ? 401 : 403;
  const status = STATUS.find(([pattern]) => pattern.test(code))?.[1] ?? 400;
  return status === 0 ? Number(code.slice(2)) : status;
}

function failure(status: number, code: string, message: string): Failure {
  return { status, code, message, details: null, hint: null };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

interface Found {
  readonly provolatile: string;
}

/** One transaction for a request: read-only for a function that is not volatile. */
async function call(
  pool: pg.Pool,
  schema: string,
  name: string,
  role: string,
  args: object,
): Promise<string | Failure> {
  const { rows } = await pool.query<Found>(
    `select p.provolatile from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = $1 and p.proname = $2 and p.proargnames = $3::text[]`,
    [schema, name, Object.keys(args)],
  );
  const [found] = rows;
  if (!found) return failure(404, 'PGRST202', `Could not find the function ${schema}.${name} in the schema cache`);
  const client = await pool.connect();
  try {
    await client.query(found.provolatile === 'v' ? 'begin' : 'begin read only');
    await client.query(`set local role ${role}`);
    const [[parameter, value] = ['', null]] = Object.entries(args);
    const sql = `select ${schema}."${name}"("${parameter}" := $1::jsonb)::text as result`;
    const answer = await client.query<{ result: string | null }>(sql, [JSON.stringify(value)]);
    await client.query('commit');
    return answer.rows[0]?.result ?? 'null';
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (!(error instanceof pg.DatabaseError)) return failure(503, 'PGRST001', 'Database client error');
    const { code = '', message, detail = null, hint = null } = error;
    return { status: statusOf(code, role), code, message, details: detail, hint };
  } finally {
    client.release();
  }
}

async function answer(pool: pg.Pool, request: IncomingMessage): Promise<string | Failure> {
  const [, name] = /^\/rest\/v1\/rpc\/(\w+)$/.exec(request.url ?? '') ?? [];
  const schema = String(request.headers['content-profile'] ?? 'public');
  const role = ROLES.get(String(request.headers.apikey));
  if (!role || request.headers.authorization !== `Bearer ${String(request.headers.apikey)}`) {
    return failure(401, 'PGRST301', 'No suitable key or wrong key type');
  }
  if (name === undefined || request.method !== 'POST') return failure(404, 'PGRST125', 'Invalid path');
  if (!EXPOSED.has(schema)) return failure(406, 'PGRST106', `Invalid schema: ${schema}`);
  let args: unknown;
  try {
    args = JSON.parse(await readBody(request));
  } catch {
    return failure(400, 'PGRST102', 'Empty or invalid json');
  }
  return call(pool, schema, name, role, Object(args) as object);
}

function send(response: ServerResponse, result: string | Failure): void {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  if (typeof result === 'string') {
    response.writeHead(200, headers).end(result);
    return;
  }
  const { status, ...body } = result;
  response.writeHead(status, headers).end(JSON.stringify(body));
}

/** @param databaseUrl of a role that may become each of the platform's roles */
export async function startRpcGateway(databaseUrl: string): Promise<RpcGateway> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  pool.on('error', () => undefined);
  const server = createServer((request, response) => {
    answer(pool, request).then(
      (result) => send(response, result),
      () => send(response, failure(503, 'PGRST000', 'Could not connect with the database')),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}
