import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import ts from 'typescript';
import { findFiles } from '../tools/files.mjs';

/**
 * The arrows between the layers of `src/` (docs/architecture.md). A layer may always import itself. A key with a slash
 * is one folder or file and overrides its layer.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  ports: ['domain'],
  protocol: ['domain', 'ports'],
  service: ['domain', 'ports'],
  server: ['domain', 'ports', 'protocol', 'service'],
  postgres: ['domain', 'ports'],
  flow: ['domain', 'ports'],
  i18n: ['domain', 'ports'],
  telemetry: ['domain', 'ports'],
  adapters: ['domain', 'ports', 'protocol'],
  'adapters/memory': ['domain', 'ports', 'protocol', 'service'],
  elements: ['domain', 'ports', 'flow', 'i18n', 'telemetry'],
  'elements/resolve-adapter.ts': ['domain', 'ports', 'flow', 'i18n', 'telemetry', 'adapters/rest'],
  cli: ['domain', 'ports', 'protocol', 'service', 'server', 'postgres', 'flow', 'i18n', 'telemetry', 'adapters'],
  entries: ['domain', 'ports', 'protocol', 'service', 'server', 'flow', 'i18n', 'telemetry', 'adapters', 'elements'],
  'entries/postgres.ts': ['domain', 'ports', 'postgres'],
  'entries/msw.ts': ['kit'],
  'entries/testing.ts': ['kit'],
  kit: ['domain', 'ports', 'protocol', 'service', 'server', 'flow', 'i18n', 'telemetry', 'adapters', 'elements'],
};

/** Which npm packages a layer may use; `node:`, and date-fns-tz's heavy formatting, only in the command line. */
const PACKAGES: Record<string, RegExp> = {
  domain: /^(date-fns|date-fns-tz|@date-fns\/tz)\//,
  i18n: /^(date-fns|date-fns-tz|@date-fns\/tz)\//,
  flow: /^(date-fns|@date-fns\/tz)\//,
  service: /^(date-fns|@date-fns\/tz)\//,
  'server/icalendar': /^ical\.js$/,
  'adapters/memory': /^(date-fns|@date-fns\/tz)\//,
  elements: /^(lit($|\/)|@floating-ui\/dom$|date-fns\/)/,
  kit: /^(lit$|msw($|\/))/,
  cli: /^(node:|pg$|@electric-sql\/pglite($|\/)|date-fns-tz\/formatInTimeZone$)/,
};

/** What one file may import besides, but only by `import()`, so that its module loads without. */
const LATE: Record<string, RegExp> = {
  'postgres/migrate/migration-files.ts': /^node:fs\/promises$/,
  'postgres/migrate/one-connection.ts': /^pg$/,
};

type Sources = ReadonlyMap<string, string>;

/** Every import of a file, also `import type`, `export … from` and `import()`, as written. */
const importsOf = (source: string) => ts.preProcessFile(source, true, true).importedFiles.map((file) => file.fileName);

/** Those that load with the module itself. */
function staticImportsOf(source: string): string[] {
  const { statements } = ts.createSourceFile('x.ts', source, ts.ScriptTarget.ESNext);
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : [];
  });
}

const isLate = (file: string, source: string, specifier: string) =>
  LATE[file]?.test(specifier) === true && !staticImportsOf(source).includes(specifier);

/** `elements/x/y.ts` + `../shared/z.js` → `elements/shared/z.ts`. */
const resolve = (from: string, specifier: string) => posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');

/** The most specific rule that a file falls under. */
function ruleOf<T>(rules: Record<string, T>, file: string): T | undefined {
  const [layer = '', folder = ''] = file.split('/');
  return rules[file] ?? rules[`${layer}/${folder}`] ?? rules[layer];
}

/** The folder within which a file may import freely: its layer, but each adapter is alone. */
function homeOf(file: string): string {
  const [layer = '', folder = ''] = file.split('/');
  return layer === 'adapters' ? `${layer}/${folder}/` : `${layer}/`;
}

function violations(sources: Sources): string[] {
  const found: string[] = [];
  for (const [file, source] of sources) {
    const allowed = ruleOf(MAY_IMPORT, file);
    if (!allowed) found.push(`${file}: no layer of this name`);
    for (const specifier of importsOf(source)) {
      if (specifier.startsWith('.')) {
        const target = resolve(file, specifier);
        const fine = target.startsWith(homeOf(file)) || allowed?.some((layer) => target.startsWith(`${layer}/`));
        if (!fine) found.push(`${file}: may not import ${target}`);
      } else if (!ruleOf(PACKAGES, file)?.test(specifier) && !isLate(file, source, specifier)) {
        found.push(`${file}: may not import ${specifier}`);
      }
    }
  }
  return found;
}

/** Paths from an entry to a `node:` import. */
function nodeImports(sources: Sources, entry: string): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = sources.get(file) ?? '';
    for (const specifier of importsOf(source)) {
      if (specifier.startsWith('node:') && !isLate(file, source, specifier))
        found.push([...path, file, specifier].join(' → '));
      if (specifier.startsWith('.')) visit(resolve(file, specifier), [...path, file]);
    }
  };
  visit(entry, []);
  return found;
}

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const sources: Sources = new Map(
  findFiles(['**/*.ts'], src).map((file) => [file, readFileSync(src + file, 'utf8')] as const),
);

describe('the layers of src/', () => {
  test('every import follows the arrows', () => {
    assert.deepEqual(violations(sources), []);
  });

  test('every relative import names a file with its extension', () => {
    const missing = [...sources].flatMap(([file, source]) =>
      importsOf(source)
        .filter((specifier) => specifier.startsWith('.') && !sources.has(resolve(file, specifier)))
        .map((specifier) => `${file}: ${specifier}`),
    );
    assert.deepEqual(missing, []);
  });

  for (const entry of [...sources.keys()].filter((file) => file.startsWith('entries/'))) {
    test(`${entry} reaches no node: import`, () => {
      assert.deepEqual(nodeImports(sources, entry), []);
    });
  }
});

describe('the layers test can fail', () => {
  const forbidden: [title: string, file: string, source: string][] = [
    ['an upward arrow', 'domain/slots.ts', "import { x } from '../ports/index.js';"],
    ['a type-only import counts', 'flow/store.ts', "import type { X } from '../elements/events.js';"],
    ['so does a dynamic one', 'ports/index.ts', "await import('../service/booking-service.js');"],
    ['and a re-export', 'telemetry/index.ts', "export * from '../flow/state.js';"],
    ['one adapter in another', 'adapters/rest/index.ts', "import '../memory/index.js';"],
    ['the service outside adapters/memory', 'adapters/rest/index.ts', "import '../../service/booking-service.js';"],
    ['an adapter in an element', 'elements/booking-flow/booking-flow.ts', "import '../../adapters/rest/index.js';"],
    ['the memory adapter in resolve-adapter', 'elements/resolve-adapter.ts', "import '../adapters/memory/index.js';"],
    ['the kit outside its entries', 'entries/index.ts', "import '../kit/msw.js';"],
    ['Lit in the domain', 'domain/money.ts', "import { html } from 'lit';"],
    ['date-fns by its index', 'domain/money.ts', "import { addDays } from 'date-fns';"],
    ['Node in the handler', 'server/booking-handler.ts', "import { createHash } from 'node:crypto';"],
    ['a driver that loads with the store', 'postgres/migrate/one-connection.ts', "import pg from 'pg';"],
    ['its types, too', 'postgres/migrate/one-connection.ts', "import type { Client } from 'pg';"],
    ['Node in the store', 'postgres/store/postgres-store.ts', "await import('node:fs/promises');"],
    ['the service in the store', 'postgres/store/postgres-store.ts', "import '../../service/booking-service.js';"],
    ['an unknown layer', 'helpers/x.ts', ''],
  ];
  for (const [title, file, source] of forbidden) {
    test(title, () => {
      assert.equal(violations(new Map([[file, source]])).length, 1);
    });
  }

  test('a late import is fine where it is named', () => {
    const files = new Map([['postgres/migrate/migration-files.ts', "await import('node:fs/promises');"]]);
    assert.deepEqual([...violations(files), ...nodeImports(files, 'postgres/migrate/migration-files.ts')], []);
  });

  test('a node: import two steps away', () => {
    const files = new Map([
      ['entries/server.ts', "export * from '../server/index.js';"],
      ['server/index.ts', "import '../cli/serve.js';"],
      ['cli/serve.ts', "import 'node:http';"],
    ]);
    assert.deepEqual(nodeImports(files, 'entries/server.ts'), [
      'entries/server.ts → server/index.ts → cli/serve.ts → node:http',
    ]);
  });
});
