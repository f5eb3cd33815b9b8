export interface MigrationFile {
  /** The name below `migrations/`, without `.sql`. */
  readonly id: string;
  readonly sql: string;
  /** SHA-256 of the text, in hex. */
  readonly checksum: string;
}

export interface MigrationFiles {
  /** Applied once, in order. */
  readonly steps: readonly MigrationFile[];
  /** Applied again whenever they change, together. */
  readonly functions: readonly MigrationFile[];
  /** Runs at the end of every transaction. */
  readonly roles: string;
}

/** Whether an id is that of a step; the others are of functions. */
export const isStep = (id: string): boolean => /^\d{4}-/.test(id);

export async function toMigrationFile(id: string, text: string): Promise<MigrationFile> {
  const sql = text.replaceAll('\r\n', '\n');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sql));
  const checksum = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, sql, checksum };
}

/**
 * Reads the SQL files that ship beside this module. Node's modules are imported only here, so that the store runs
 * without them.
 */
export async function readMigrationFiles(): Promise<MigrationFiles> {
  const { readdir, readFile } = await import('node:fs/promises');
  // Bundlers take a literal `new URL(…, import.meta.url)` for a file of theirs, and this is a folder.
  const here = import.meta.url;
  const folder = new URL('../migrations/', here);
  const read = async (path: string): Promise<MigrationFile[]> => {
    const names = (await readdir(new URL(path, folder))).filter((name) => name.endsWith('.sql')).sort();
    return Promise.all(
      names.map(async (name) => {
        const text = await readFile(new URL(path + name, folder), 'utf8');
        return toMigrationFile(`${path}${name}`.replace(/\.sql$/, ''), text);
      }),
    );
  };
  const [top, functions] = await Promise.all([read(''), read('functions/')]);
  const steps = top.filter(({ id }) => isStep(id));
  const roles = top.find(({ id }) => id === 'roles');
  if (!roles) throw new Error('migrations/roles.sql is missing');
  return { steps, functions, roles: roles.sql };
}
