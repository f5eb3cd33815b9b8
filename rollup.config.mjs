// Outputs: ES modules for bundlers (a file per source file, dependencies left outside), the module script tag with
// chunks for the later parts, one classic file, and a file per language that both script tags load. The types come from tsc, see test/tools/build.mjs.
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import htmlLiteralsModule from 'rollup-plugin-html-literals';
import { runningCore } from './.config/running-core.mjs';
import { findFiles } from './test/tools/files.mjs';

const { version, dependencies, optionalDependencies, peerDependencies } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
);
const htmlLiterals = htmlLiteralsModule.default ?? htmlLiteralsModule;
const banner = `/*! coach-booking ${version} | MIT */`;

const typescript = () => esbuild({ target: 'es2022', tsconfig: './tsconfig.json', sourceMap: true });
/** package.json's `sideEffects` speaks of what is published; of the sources, the registering entries have some. */
const registeringEntries = {
  name: 'registering-entries',
  transform: (code, id) =>
    /\/src\/entries\/(cdn|define|demo|early|iife|locales\/.*)\.ts$/.test(id)
      ? { code, map: null, moduleSideEffects: true }
      : null,
};

/** Custom properties that are the styles' own, the most used first. */
const privateProperties = (() => {
  const uses = new Map();
  for (const file of findFiles(['src/elements/**/*.ts'], '.')) {
    for (const [name] of readFileSync(file, 'utf8').matchAll(/--_[a-z-]+/g)) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return [...uses].sort(([, a], [, b]) => b - a).map(([name]) => name);
})();
const shortProperties = {
  name: 'short-properties',
  transform(code, id) {
    if (!id.includes('/src/elements/')) return null;
    const short = (name) => `--_${privateProperties.indexOf(name).toString(36)}`;
    return { code: code.replace(/--_[a-z-]+/g, short), map: null };
  },
};

const minifyCSS = (code) => transformSync(code, { loader: 'css', minify: true, target: 'esnext' }).code.trim();

const scriptPlugins = () => [
  registeringEntries,
  shortProperties,
  resolve({ browser: true, exportConditions: ['production'], extensions: ['.ts', '.js'] }),
  htmlLiterals({ include: ['src/**/*.ts'], options: { minifyOptions: { minifyCSS } } }),
  typescript(),
];
/** Twice: what the first one leaves unused or alike is found by the second, 0.3 % of the compressed file. */
const minify = (module) => {
  const once = () =>
    terser({
      ecma: 2022,
      module,
      compress: { passes: 6, unsafe_arrows: true, keep_fargs: false },
      format: { comments: /^!/ },
    });
  return [once(), once()];
};

/** Browsers remember a module that failed to load; another query makes a retry a new module. */
const retryableImports = {
  name: 'retryable-imports',
  renderDynamicImport: ({ targetModuleId }) =>
    /(entries\/late|flow\/later(\/index)?|flow\/popup\/index|rest\/later)\.ts$/.test(targetModuleId ?? '')
      ? { left: 'import(', right: ' + (_attempt ? `?${_attempt}` : ""))' }
      : null,
};

const FOLDERS = { languages: 'locales', cities: 'cities' };
const DATA = 'data:';
/** `locales/de`, `cities/zones`; undefined for what is no such file. */
const dataName = (path) => {
  const [, folder, name] = /\/(languages|cities)\/(?!en\b)([\w-]+)\.[jt]s$/.exec(path) ?? [];
  return folder && `${FOLDERS[folder]}/${name}`;
};
/** What the script tags load as files of their own: words and cities of each language but English, and the zones of the world. */
const dataFiles = findFiles(['src/i18n/languages/*.ts', 'src/i18n/cities/*.ts'], '.').filter((file) => dataName(file));
/** They are left to files beside the scripts. The version in the address keeps older ones out of a cache. */
const dataBesideScripts = {
  name: 'data-beside-scripts',
  resolveId(source) {
    const name = dataName(source);
    return name ? { id: DATA + name, external: true } : null;
  },
};
/** Words are asked for by the script itself, cities by a chunk of it. */
const dataPaths = (cities) => (id) => {
  if (!id.startsWith(DATA)) return id;
  const name = id.slice(DATA.length);
  return `${name.startsWith(FOLDERS.cities) ? cities : '.'}/${name}.js?${version}`;
};

/** A module and all that it imports statically. */
function closure(id, getModuleInfo, found = new Set()) {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of getModuleInfo(id)?.importedIds ?? []) closure(imported, getModuleInfo, found);
  return found;
}

/** The module script: all that it imports statically is in it. */
const CORE = 'coach-booking';

/**
 * All that the module script imports statically is one file, and what several of the later parts share is another: split by
 * who shares it, it would compress worse, and come by many requests one after the other.
 */
function scriptChunks() {
  let chunks;
  return (id, { getModuleInfo, getModuleIds }) => {
    if (!chunks) {
      const ids = [...getModuleIds()];
      const entry = (name) =>
        closure(
          ids.find((module) => module.endsWith(`/src/entries/${name}.ts`)),
          getModuleInfo,
        );
      const later = ids.filter((name) => getModuleInfo(name).dynamicImporters.length);
      const [core, demo] = [entry('cdn'), entry('demo')];
      const users = [demo, ...later.map((name) => closure(name, getModuleInfo))];
      const isShared = (name) => !later.includes(name) && users.filter((used) => used.has(name)).length > 1;
      // What the demo script needs of the shared ones must not bring the rest.
      const chunkOf = (name) => (core.has(name) ? CORE : isShared(name) ? (demo.has(name) ? 'rules' : 'shared') : null);
      chunks = new Map(ids.map((name) => [name, chunkOf(name)]));
    }
    return chunks.get(id);
  };
}

const scriptTags = ['cdn', 'iife', 'demo'];
const packageEntries = findFiles(['src/entries/**/*.ts', 'src/cli/*.ts'], '.').filter(
  (file) => !scriptTags.some((name) => file === `src/entries/${name}.ts`),
);
const bare = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });

export default [
  {
    input: packageEntries,
    external: (id) => id.startsWith('node:') || bare.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [resolve({ extensions: ['.ts', '.js'] }), typescript()],
    output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
  },
  {
    input: { [CORE]: 'src/entries/cdn.ts', 'coach-booking.demo': 'src/entries/demo.ts' },
    // One file up to the first times: what the chunks take of it is exported beside what a page may import, and then
    // kept where they find it.
    preserveEntrySignatures: 'allow-extension',
    plugins: [dataBesideScripts, ...scriptPlugins(), retryableImports],
    output: {
      dir: 'dist/cdn',
      format: 'es',
      banner,
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      paths: dataPaths('..'),
      manualChunks: scriptChunks(),
      plugins: [runningCore({ core: CORE, key: `coach-booking ${version}` }), ...minify(true)],
    },
  },
  {
    input: 'src/entries/iife.ts',
    plugins: [dataBesideScripts, ...scriptPlugins()],
    output: {
      file: 'dist/cdn/coach-booking.iife.js',
      format: 'iife',
      name: 'CoachBooking',
      banner,
      sourcemap: true,
      inlineDynamicImports: true,
      paths: dataPaths('.'),
      // With `module: true` terser would drop the global.
      plugins: minify(false),
    },
  },
  ...dataFiles.map((file) => ({
    input: file,
    plugins: [resolve({ extensions: ['.ts', '.js'] }), typescript()],
    output: { file: `dist/cdn/${dataName(file)}.js`, format: 'es', banner, sourcemap: true, plugins: minify(true) },
  })),
];
