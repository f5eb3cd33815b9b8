import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postgresMissing, startPostgres } from '../../tools/postgres.js';

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

async function until(condition: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 200 && !condition(); tries++) await sleep(50);
  return condition();
}

describe('the PostgreSQL server of the tests', { skip: postgresMissing({ own: true }) }, () => {
  it('gives databases of their own, and copies', async () => {
    const server = await startPostgres();
    try {
      const first = await server.createDatabase();
      await query(first, 'create extension btree_gist');
      await query(first, 'create table coach as select 7 as id');
      const copy = await server.createDatabase(first);
      const second = await server.createDatabase();
      assert.deepEqual(await query(copy, 'select id from coach'), [7]);
      await assert.rejects(query(second, 'select id from coach'), { code: '42P01' });
      await server.dropDatabase(copy);
      await assert.rejects(query(copy, 'select 1'), { code: '3D000' });
    } finally {
      await server.stop();
    }
  });

  it('comes back from a crash with what was committed and without what was not', async () => {
    const server = await startPostgres({ own: true });
    try {
      const url = await server.createDatabase();
      await query(url, "create table word as select 'kept' as text");
      const open = new pg.Client({ connectionString: url });
      open.on('error', () => undefined);
      await open.connect();
      await open.query('begin');
      await open.query("insert into word values ('lost')");
      await server.crash();
      await assert.rejects(open.query('commit'));
      await assert.rejects(query(url, 'select 1'));
      await server.restart();
      assert.deepEqual(await query(url, 'select text from word'), ['kept']);
    } finally {
      await server.stop();
    }
  });

  it('is gone with its files when the tests that started it are killed', async () => {
    const script = `
      const { startPostgres } = await import('./test/tools/postgres.js');
      const server = await startPostgres({ own: true });
      const { default: pg } = await import('pg');
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      const { rows } = await client.query('show data_directory');
      console.log(rows[0].data_directory);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [folder] = (await once(createInterface(child.stdout), 'line')) as [string];
    assert.ok(existsSync(folder));
    child.kill('SIGKILL');
    assert.ok(await until(() => !existsSync(folder)));
  });
});
