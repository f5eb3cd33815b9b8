// Serves what the browser tests import from npm as a few bundled chunks instead of hundreds of files: a test file then
// starts in about a second instead of five. Our own modules stay one request each, so that coverage knows them.
import { build } from 'esbuild';

const PREFIX = '/__dependencies/';
const isBare = (specifier) => /^[@\w]/.test(specifier);
const fileOf = (specifier) => `${specifier.replace(/[^\w.-]+/g, '__').replace(/\.js$/, '')}.js`;

/** Every npm import that the given files reach through our own modules. */
async function collect(entryPoints, rootDir) {
  const found = new Set();
  await build({
    entryPoints,
    absWorkingDir: rootDir,
    bundle: true,
    write: false,
    outdir: 'unused',
    format: 'esm',
    splitting: true,
    logLevel: 'silent',
    plugins: [
      {
        name: 'collect-bare-imports',
        setup({ onResolve }) {
          onResolve({ filter: /^[@\w]/ }, ({ path, kind }) => {
            if (kind === 'entry-point') return undefined;
            found.add(path);
            return { path, external: true };
          });
        },
      },
    ],
    // A file that does not build is reported by the runner when its turn comes; the others still run.
  }).catch(() => undefined);
  return found;
}

async function bundle(specifiers, rootDir) {
  const result = await build({
    entryPoints: [...specifiers].map((specifier) => ({ in: specifier, out: fileOf(specifier).slice(0, -3) })),
    absWorkingDir: rootDir,
    bundle: true,
    write: false,
    outdir: rootDir,
    format: 'esm',
    splitting: true,
    target: 'es2022',
    conditions: ['development', 'browser'],
    chunkNames: 'chunk-[hash]',
    // Lit warns once a page about its development mode and about several copies; neither is news in a test.
    banner: { js: 'globalThis.litIssuedWarnings ??= new Set(["dev-mode", "multiple-versions"]);' },
    define: { 'process.env.NODE_ENV': '"development"', global: 'globalThis' },
    external: ['/__web-dev-server__*'],
    logLevel: 'error',
  });
  return new Map(result.outputFiles.map((file) => [file.path.slice(rootDir.length).replace(/^\//, ''), file.text]));
}

/**
 * @param {{ rootDir: string, entryPoints: () => string[] }} options `entryPoints`: the test files of this run
 */
export function dependencyBundle({ rootDir, entryPoints }) {
  let specifiers = new Set();
  let chunks = new Map();
  return {
    name: 'dependency-bundle',
    async serverStart() {
      specifiers = await collect(entryPoints(), rootDir);
      chunks = await bundle(specifiers, rootDir);
    },
    resolveImport({ source }) {
      return isBare(source) && specifiers.has(source) ? PREFIX + fileOf(source) : undefined;
    },
    serve({ path }) {
      if (!path.startsWith(PREFIX)) return undefined;
      const body = chunks.get(path.slice(PREFIX.length));
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}
