import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { version } from '../../src/entries/version.js';
import { findFiles } from '../tools/files.mjs';
import { root, run } from '../tools/run.mjs';

/** What is published, as a user's Node resolves it. The build is made when it is missing. */
const built = await run('node', ['test/tools/build.mjs', '--missing'], { quiet: true });
assert.equal(built.code, 0, built.output);

interface Manifest {
  readonly version: string;
  readonly bin: { readonly 'coach-booking': string };
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly sideEffects: readonly string[];
}

const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Manifest;

/** Every path that a user can import, patterns written out. */
const paths = Object.entries(manifest.exports).flatMap(([path, target]) => {
  const file = typeof target === 'string' ? target : target.default;
  const at = file.indexOf('*');
  if (at < 0) return [{ path, file, types: typeof target === 'string' ? undefined : target.types }];
  const [before, after] = [file.slice(2, at), file.slice(at + 1)];
  return findFiles([`${before}*${after}`], root)
    .filter((name) => after !== '' || name.endsWith('.js'))
    .map((name) => {
      const word = name.slice(before.length, name.length - after.length);
      const types = typeof target === 'string' ? undefined : target.types.replace('*', word);
      return { path: path.replace('*', word), file: `./${name}`, types };
    });
});
const modules = paths.filter(({ types }) => types !== undefined);

/** Runs a module in a plain Node without a DOM and answers what it prints. */
async function inNode(code: string): Promise<string> {
  const { code: exit, output } = await run('node', ['--input-type=module', '--eval', code], { quiet: true });
  assert.equal(exit, 0, output);
  return output.trim();
}

describe('the package', () => {
  test('every entry of the design is exported', () => {
    const expected = [
      '.',
      './define',
      './domain',
      './flow',
      './adapters/rest',
      './adapters/memory',
      './server',
      './postgres',
      './msw',
    ];
    expected.push('./testing', './locales/en', './custom-elements.json');
    assert.deepEqual(
      expected.filter((path) => !paths.some((entry) => entry.path === path)),
      [],
    );
  });

  for (const { path, file, types } of paths) {
    test(`${path} is a file, and has its types`, () => {
      assert.ok(existsSync(root + file), file);
      if (types !== undefined) assert.ok(existsSync(root + types), types);
    });
  }

  for (const { path } of modules) {
    test(`${path} imports in Node without a DOM`, async () => {
      const specifier = path.replace(/^\./, 'coach-booking');
      const names = await inNode(
        `if (globalThis.document || globalThis.window) throw new Error('a DOM');
         console.log(Object.keys(await import('${specifier}')).join(' '));`,
      );
      assert.notEqual(names, '');
    });
  }

  test('importing the library registers nothing; coach-booking/define registers every element', async () => {
    const tags = await inNode(
      `const { BookingFlow } = await import('coach-booking');
       const known = (tag) => Boolean(globalThis.customElements?.get(tag));
       const before = known(BookingFlow.tag);
       const { define } = await import('coach-booking/define');
       const defined = new Map();
       define({ get: (tag) => defined.get(tag), define: (tag, element) => defined.set(tag, element) });
       console.log(before, [...defined.keys()].sort().join(' '));`,
    );
    const elements = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8')) as {
      readonly modules: readonly { readonly declarations?: readonly { readonly tagName?: string }[] }[];
    };
    const inManifest = elements.modules
      .flatMap(({ declarations = [] }) => declarations.flatMap(({ tagName }) => tagName ?? []))
      .sort();
    assert.equal(tags, `false ${inManifest.join(' ')}`);
  });

  test('what the built modules import is declared, and what is declared is imported', () => {
    const used = new Set<string>();
    for (const file of findFiles(['dist/**/*.js'], root)) {
      if (file.startsWith('dist/cdn/')) continue;
      const code = readFileSync(root + file, 'utf8');
      for (const [, name = ''] of code.matchAll(/(?:from|import)\s*\(?['"]((?:@[\w-]+\/)?\w[\w.-]*)(?:\/[^'"]*)?['"]/g))
        used.add(name);
    }
    // date-fns-tz brings date-fns as a peer: we have it for its sake.
    used.add('date-fns');
    const declared = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies };
    assert.deepEqual([...used].sort(), Object.keys(declared).sort());
  });

  test('the migrations ship, word for word, where coach-booking/postgres reads them', async () => {
    const files = findFiles(['**/*.sql'], `${root}src/postgres/migrations`);
    assert.ok(files.length > 3);
    for (const file of files) {
      const read = (folder: string) => readFileSync(`${root}${folder}/postgres/migrations/${file}`, 'utf8');
      assert.equal(read('dist'), read('src'), file);
    }
    const wanted = files.filter((file) => file !== 'roles.sql').map((file) => file.replace('.sql', ''));
    const applied = await inNode(
      `const { migrate } = await import('coach-booking/postgres');
       const { PGlite } = await import('@electric-sql/pglite');
       const { btree_gist } = await import('@electric-sql/pglite/contrib/btree_gist');
       const client = new PGlite({ extensions: { btree_gist } });
       console.log((await migrate({ client })).applied.join(' '));
       await client.close();`,
    );
    assert.deepEqual(applied.split(' ').sort(), wanted.sort());
  });

  test('only the files that register something have side effects', () => {
    const expected = ['define.js', 'locales/*.js'].map((file) => `./dist/entries/${file}`);
    assert.deepEqual(manifest.sideEffects, [...expected, './dist/cdn/*.js', './dist/cli/*.js']);
  });

  test('the command runs from the files that are published', async () => {
    const file = manifest.bin['coach-booking'];
    assert.ok(file.startsWith('dist/'), file);
    assert.match(readFileSync(root + file, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    const { code, output } = await run('node', [root + file, '--version'], { quiet: true });
    assert.deepEqual([code, output.trim()], [0, manifest.version]);
  });

  test('the version is the same everywhere', () => {
    assert.equal(version, manifest.version);
    const banner = readFileSync(`${root}dist/cdn/coach-booking.iife.js`, 'utf8').slice(0, 60);
    assert.ok(banner.includes(`coach-booking ${version} | MIT`), banner);
  });
});
