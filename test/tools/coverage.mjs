// Line coverage of src/ as one figure: lcov files of several runs (Node, Chromium) merged by line.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './run.mjs';

/** Adds an lcov file to `files`: source file → (line → hits). Files outside src/ are left out. */
function add(files, lcov) {
  let lines;
  for (const row of lcov.split('\n')) {
    if (row.startsWith('SF:')) {
      const name = relative(root, row.slice(3).startsWith('/') ? row.slice(3) : root + row.slice(3));
      lines = name.startsWith('src/') ? (files.get(name) ?? files.set(name, new Map()).get(name)) : undefined;
    } else if (row.startsWith('DA:') && lines) {
      const [line, hits] = row.slice(3).split(',').map(Number);
      lines.set(line, (lines.get(line) ?? 0) + hits);
    }
  }
}

/** Covered share of all lines in per cent, and of each file. */
export function mergedCoverage(lcovFiles) {
  const files = new Map();
  for (const file of lcovFiles) if (existsSync(file)) add(files, readFileSync(file, 'utf8'));
  const rows = [...files].map(([file, lines]) => {
    const hits = [...lines.values()];
    return { file, lines: hits.length, covered: hits.filter((count) => count > 0).length };
  });
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  return { rows: rows.sort((a, b) => a.file.localeCompare(b.file)), percent: (100 * sum('covered')) / sum('lines') };
}
