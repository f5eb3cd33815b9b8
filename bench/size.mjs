// `npm run size`: what a visitor downloads, as files of dist/cdn. Fails when a file is above its limit, which only ever
// goes down until it meets the goal (docs/decisions/0005-size.md). `-- --modules` says where the bytes come from.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const cdn = fileURLToPath(new URL('../dist/cdn', import.meta.url));
const kB = 1000;

/** A file and everything that it imports statically. */
function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
    withImports(join(dirname(file), specifier), seen);
  return seen;
}

const brotli = (code) => brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Each file is compressed by itself, as it is served. */
function weigh(files) {
  const codes = files.map((file) => readFileSync(file));
  const sum = (measure) => codes.reduce((total, code) => total + measure(code), 0);
  return {
    minified: sum((code) => code.length),
    gzip: sum((code) => gzipSync(code, { level: 9 }).length),
    brotli: sum(brotli),
  };
}

const VLQ = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of one segment of a source map. */
function decode(segment) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = VLQ.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = shift = 0;
  }
  return numbers;
}

/** Minified bytes by source file, from the source map. */
function bySource(file, totals = new Map()) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const { mappings, sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  let source = 0;
  mappings.split(';').forEach((line, row) => {
    let column = 0;
    const segments = line.split(',').filter(Boolean).map(decode);
    segments.forEach(([delta, sourceDelta = 0], index) => {
      column += delta;
      source += sourceDelta;
      const end = index + 1 < segments.length ? column + segments[index + 1][0] : (lines[row]?.length ?? column);
      const name = sources[source]?.replace(/^(\.\.\/)+/, '') ?? '?';
      totals.set(name, (totals.get(name) ?? 0) + end - column);
    });
  });
  return totals;
}

const all = readdirSync(cdn, { recursive: true })
  .map((name) => join(cdn, name))
  .filter((name) => name.endsWith('.js'));
const module = [...withImports(join(cdn, 'coach-booking.js'))];
const demo = [...withImports(join(cdn, 'coach-booking.demo.js'))].filter((file) => !module.includes(file));
const later = all.filter((file) => file.includes('chunks') && !module.includes(file) && !demo.includes(file));

const rows = [
  { what: 'module script, to a working slot picker', files: module, goal: 18, limit: 30.7 },
  ...later.map((file) => ({ what: `  later: ${basename(file).replace(/-[^-]*\.js$/, '')}`, files: [file] })),
  { what: '  the demo script adds', files: demo },
  ...all
    .filter((file) => /[/\\](locales|cities)[/\\]/.test(file))
    .map((file) => ({ what: `  when wanted: ${relative(cdn, file)}`, files: [file] })),
  { what: 'classic single file', files: [join(cdn, 'coach-booking.iife.js')], goal: 34, limit: 79.5 },
];

let over = 0;
const columns = (cells) => cells.map((cell) => String(cell ?? '').padStart(10)).join('');
console.log(`${''.padEnd(42)}${columns(['minified', 'gzip', 'brotli', 'limit', 'goal'])}  bytes`);
for (const { what, files, goal, limit } of rows) {
  const { minified, gzip, brotli: size } = weigh(files);
  const verdict = size > limit * kB ? '  OVER THE LIMIT' : size > goal * kB ? '  goal not met' : '';
  if (size > limit * kB) over++;
  console.log(`${what.padEnd(42)}${columns([minified, gzip, size, limit && limit * kB, goal && goal * kB])}${verdict}`);
}

if (process.argv.includes('--modules')) {
  for (const { what, files } of [rows[0], rows.at(-1)]) {
    const totals = new Map();
    for (const file of files) bySource(file, totals);
    const minified = [...totals.values()].reduce((total, size) => total + size, 0);
    const ratio = weigh(files).brotli / minified;
    console.log(`\n${what}: minified bytes and their share of the brotli bytes`);
    for (const [name, size] of [...totals].sort(([, a], [, b]) => b - a))
      console.log(`${String(size).padStart(8)}${String(Math.round(size * ratio)).padStart(8)}  ${name}`);
  }
}
if (over) process.exit(1);
