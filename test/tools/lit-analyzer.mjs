// lit-analyzer in strict mode over the elements and stories: the only check that finds a binding of the wrong type.
// It reads `static get properties()` but not `static properties = {…}`, so it gets a copy in which they are getters.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { findFiles } from './files.mjs';
import { root, run } from './run.mjs';

const copy = 'node_modules/.cache/lit-analyzer/';
const asGetter = (code) =>
  code.replace(
    /static override properties(?:: PropertyDeclarations)? = (\{[^]*?\n {2}\});/g,
    (_, object) => `static override get properties() { return ${object}; }`,
  );

rmSync(root + copy, { recursive: true, force: true });
for (const file of findFiles(['src/**/*.ts', 'stories/**/*.ts'], root)) {
  mkdirSync(dirname(root + copy + file), { recursive: true });
  writeFileSync(root + copy + file, asGetter(readFileSync(root + file, 'utf8')));
}

const files = findFiles([`${copy}src/elements/**/*.ts`, `${copy}stories/**/*.ts`], root);
// Elements are registered by the entries, all at once, so a template imports no tag that it uses.
// Its CSS rule does not know container queries.
const rules = ['--rules.no-missing-import', 'off', '--rules.no-invalid-css', 'off'];
const { code } = await run('lit-analyzer', ['--strict', '--maxWarnings', '0', '--noColor', ...rules, ...files]);
process.exit(code);
