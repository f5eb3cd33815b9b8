// Finds files by pattern: Node 20 has no glob of its own (fs.glob came with 22), and its test runner takes none either.
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** `**` spans folders, `*` does not; nothing else is special. */
function toRegExp(pattern) {
  const source = pattern
    .replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    .replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^${source}$`);
}

/** Files under `root` that match one of the patterns, sorted, relative to `root`. */
export function findFiles(patterns, root) {
  const folders = [...new Set(patterns.map((pattern) => pattern.slice(0, pattern.indexOf('*')).replace(/[^/]*$/, '')))];
  const matchers = patterns.map(toRegExp);
  const found = folders.flatMap((folder) => {
    try {
      return readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    } catch {
      return [];
    }
  });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .filter((name) => matchers.some((matcher) => matcher.test(name)));
  return [...new Set(names)].sort();
}
