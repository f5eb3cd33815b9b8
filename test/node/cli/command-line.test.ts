import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineCommand, EXIT } from '../../../src/cli/command.js';
import { checkDatabaseUrl, explainDatabaseError, publicUrl, readDatabaseUrl } from '../../../src/cli/database-url.js';
import { Failure, UsageError } from '../../../src/cli/failure.js';
import { main } from '../../../src/cli/main.js';
import { createProgress } from '../../../src/cli/progress.js';
import { fakeTerminal } from './fake-terminal.js';

describe('the command line', () => {
  const greet = defineCommand({
    summary: 'Greets.',
    about: 'Says hello.',
    options: {
      name: { type: 'string', short: 'n', value: '<name>', help: 'whom to greet' },
      loud: { type: 'boolean', help: 'in capitals' },
    },
    async run({ name = 'you', loud }, { say }) {
      if (name === 'nobody') throw new Failure('There is nobody.');
      if (name === 'bug') throw new Error('a fault of ours');
      say(loud ? name.toUpperCase() : name);
      return Promise.resolve(EXIT.ok);
    },
  });
  const run = async (...args: string[]) => {
    const terminal = fakeTerminal();
    const code = await main(args, terminal, { commands: { greet }, version: '1.2.3' });
    return { code, out: terminal.out(), err: terminal.err() };
  };

  it('runs a command with its options', async () => {
    assert.deepEqual(await run('greet', '-n', 'ada', '--loud'), { code: 0, out: 'ADA\n', err: '' });
  });

  it('helps, with every option of the command', async () => {
    for (const args of [
      ['greet', '--help'],
      ['greet', '-h'],
      ['help', 'greet'],
    ]) {
      const { code, out } = await run(...args);
      assert.equal(code, 0);
      assert.match(out, /^Usage: coach-booking greet \[options\]\n\nGreets\.\n\nSays hello\./);
      assert.match(out, / {2}-n, --name <name> {2}whom to greet\n/);
      assert.match(out, / {2} {4}--loud {9}in capitals\n/);
    }
    for (const args of [['--help'], ['-h'], ['help'], ['help', 'me']]) {
      const { code, out } = await run(...args);
      assert.equal(code, 0);
      assert.match(out, /greet {2}Greets\./);
    }
    assert.deepEqual(await run('--version'), { code: 0, out: '1.2.3\n', err: '' });
  });

  it('answers 2 for what it does not understand, and says where help is', async () => {
    for (const args of [[], ['constructor'], ['gret']]) {
      const { code, out, err } = await run(...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, /Usage:/);
    }
    for (const args of [['--lout'], ['--name'], ['ada'], ['--loud=yes']]) {
      const { code, err } = await run('greet', ...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /See {2}coach-booking greet --help\n$/);
      assert.equal(err.trim().split('\n').length, 2, err);
    }
  });

  it('says in one line what a user can put right, and all of a fault of ours', async () => {
    assert.deepEqual(await run('greet', '-n', 'nobody'), { code: 1, out: '', err: 'There is nobody.\n' });
    const { code, err } = await run('greet', '-n', 'bug');
    assert.equal(code, 1);
    assert.match(err, /a fault of ours\n +at /);
  });
});

describe('the address of a database', () => {
  const url = 'postgres://ada:s3cr%20t@db.example:5433/book?sslmode=disable';

  it('comes from the option, else the environment', () => {
    assert.equal(readDatabaseUrl('postgres://a/b', { DATABASE_URL: url }), 'postgres://a/b');
    assert.equal(readDatabaseUrl('', { DATABASE_URL: url }), url);
    assert.throws(() => readDatabaseUrl(undefined, { DATABASE_URL: '' }), UsageError);
  });

  it('has to be one of Postgres, and a wrong one is not repeated', () => {
    for (const wrong of ['mysql://ada:s3cret@db/book', 'ada:s3cret@db', 's3cret']) {
      assert.throws(
        () => checkDatabaseUrl(wrong),
        (error) => error instanceof UsageError && !error.message.includes('s3cret'),
      );
    }
  });

  it('is printed without the password', () => {
    assert.equal(publicUrl(url), 'postgres://ada@db.example:5433/book');
    assert.equal(publicUrl('postgresql://localhost/book?password=s3cret'), 'postgresql://localhost/book');
  });

  it('what goes wrong with it is said in one line, never with the password', () => {
    const said = (code: string | undefined, message: string): string => {
      const explained = explainDatabaseError(Object.assign(new Error(message), { code }), url);
      assert.ok(explained instanceof Failure, message);
      assert.doesNotMatch(explained.message, /s3cr|\n/);
      return explained.message;
    };
    assert.match(said('ECONNREFUSED', ''), /^No database answers at db\.example:5433 /);
    assert.match(said('ENOTFOUND', 'getaddrinfo ENOTFOUND'), /is the address right/);
    assert.match(said(undefined, 'timeout expired'), /did not answer in time/);
    assert.match(said('28P01', 'password authentication failed'), /refuses the password of ada\.$/);
    assert.match(said('3D000', 'database "book" does not exist'), /no database "book" at db\.example/);
    assert.match(said('42501', 'permission denied to create extension "btree_gist"'), /an owner run: create extension/);
    assert.match(said('0A000', 'extension "btree_gist" is not available'), /postgresql-contrib/);
    assert.match(said('42501', 'permission denied for schema public'), /^ada lacks a right/);
    assert.match(said(undefined, 'Connection terminated unexpectedly'), /was lost\. Nothing of the last step/);
    assert.match(said('22P02', `bad ${url} and s3cr t`), /bad \*\*\* and \*\*\* \[22P02\]/);
  });

  it('a fault of ours stays what it is, unless it tells the password', () => {
    const bug = new TypeError('x is undefined');
    assert.equal(explainDatabaseError(bug, url), bug);
    const telling = explainDatabaseError(new TypeError(`cannot read ${url}`), url);
    assert.ok(telling instanceof Failure && telling.message === 'cannot read ***');
  });
});

describe('progress', () => {
  it('is a bar that redraws itself on a terminal, with the time that is left', () => {
    const terminal = fakeTerminal({ isTTY: true });
    let now = 0;
    const progress = createProgress(terminal, 'coaches', () => now);
    progress.update(0, 1000);
    now = 50;
    progress.update(100, 1000);
    now = 1000;
    progress.update(250, 1000);
    progress.clear();
    now = 4000;
    progress.update(1000, 1000);
    const drawn = terminal.err().split('\r').slice(1);
    assert.equal(drawn.length, 4, 'not for every step');
    assert.match(drawn[1] ?? '', /^█{6}░{18} 25 % {2}250 of 1,000 coaches, 3 s left\u001b\[K$/);
    assert.equal(drawn[2], '\u001b[K', 'out of the way for a line');
    assert.match(drawn[3] ?? '', /^█{24} 100 % {2}1,000 of 1,000 coaches\u001b\[K\n$/);
    assert.ok(drawn.every((line) => line.length < 90));
  });

  it('is a plain line now and then elsewhere', () => {
    const terminal = fakeTerminal();
    let now = 0;
    const progress = createProgress(terminal, 'coaches', () => now);
    for (let done = 0; done <= 100; done++) {
      progress.update(done, 100);
      now += 100;
    }
    assert.deepEqual(terminal.err().split('\n'), [
      '0 of 100 coaches (0 %)',
      '50 of 100 coaches (50 %)',
      '100 of 100 coaches (100 %)',
      '',
    ]);
  });

  it('has no share of nothing', () => {
    const terminal = fakeTerminal();
    createProgress(terminal, 'coaches').update(0, 0);
    assert.equal(terminal.err(), '0 of 0 coaches (100 %)\n');
  });
});
