// lit-analyzer in strict mode over the elements and stories: the only check that finds a binding of the wrong type.
import { root, run } from './run.mjs';
import { findFiles } from './files.mjs';

const files = findFiles(['src/elements/**/*.ts', 'stories/**/*.ts'], root);
// Elements are registered by the entries, all at once, so a template imports no tag that it uses.
// Its CSS rule does not know container queries.
const rules = ['--rules.no-missing-import', 'off', '--rules.no-invalid-css', 'off'];
const { code } = await run('lit-analyzer', ['--strict', '--maxWarnings', '0', '--noColor', ...rules, ...files]);
process.exit(code);
