import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { root } from '../tools/run.mjs';

/** Where the pictures of the last run lie, to be looked at; not committed. */
export const OUT = 'test/visual/out';

interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly kinds: readonly string[];
}

/** Collects what a run saw and writes it as a page: the expected picture, the actual one, and where they differ. */
export class Report {
  private readonly entries: Entry[] = [];

  constructor(private readonly folder = `${root}${OUT}`) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  add(name: string, summary: string, pictures: Readonly<Record<string, Uint8Array | undefined>>): void {
    const kinds = Object.entries(pictures).flatMap(([kind, picture]) => {
      if (picture === undefined) return [];
      writeFileSync(`${this.folder}/${name}.${kind}.png`, picture);
      return [kind];
    });
    this.entries.push({ name, summary, kinds });
  }

  write(source: string): void {
    const sections = this.entries
      .sort((one, other) => one.name.localeCompare(other.name))
      .map(({ name, summary, kinds }) => {
        const figures = kinds.map(
          (kind) => `<figure><figcaption>${kind}</figcaption><img src="${name}.${kind}.png" alt=""></figure>`,
        );
        return `<section><h2>${name}</h2><p>${summary}</p>${figures.join('')}</section>`;
      });
    const style =
      'body{font:15px system-ui}figure{display:inline-block;vertical-align:top;margin:8px}img{border:1px solid}';
    const head = `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${style}</style>`;
    writeFileSync(`${this.folder}/index.html`, `${head}<h1>Compared with ${source}</h1>${sections.join('\n')}\n`);
  }
}
