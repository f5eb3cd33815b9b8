import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { serveSite } from '../e2e/harness.js';
import { builtStories } from '../e2e/storybook.js';
import { findFiles } from '../tools/files.mjs';
import { root } from '../tools/run.mjs';
import { closeStudio, openScene, openStudio, photograph } from './camera.js';
import { differences, type Environment } from './environment.js';
import { baseCommit, buildBase, changedSince } from './merge-base.js';
import { shotName, type Scene } from './shots.js';

export const BASELINES = 'test/visual/baselines';
const manifest = `${root}${BASELINES}/manifest.json`;
const fileOf = (name: string) => `${root}${BASELINES}/${name}.png`;

/** What the pictures are compared with. */
export interface Expected {
  /** Says where the pictures come from, for the reader of a report. */
  readonly source: string;
  /** `unknown`: nothing to compare with. `meant`: somebody has changed this baseline since, so a difference is no news. */
  picture(name: string): Buffer | 'unknown' | 'meant';
}

const committed: Expected = {
  source: 'the committed baselines',
  picture: (name) => (existsSync(fileOf(name)) ? readFileSync(fileOf(name)) : 'unknown'),
};

/** The pictures of another commit's Storybook, taken here and now. */
async function ofCommit(commit: string, why: readonly string[], browser: Browser, scenes: readonly Scene[]) {
  const base = await buildBase(root, commit);
  const pictures = new Map<string, Buffer>();
  const site = await serveSite({ folder: relative(root, base.folder) });
  try {
    const stories = new Set(builtStories(base.folder).map(({ id }) => id));
    for (const scene of scenes) {
      if (!stories.has(scene.story)) continue;
      const page = await openStudio(browser);
      try {
        await openScene(page, site.url, scene);
        for (const setting of scene.settings)
          pictures.set(shotName(scene, setting), await photograph(page, scene, setting));
      } catch {
        // What could not be shown then is nothing to compare with.
      } finally {
        await closeStudio(page);
      }
    }
  } finally {
    await site.close();
    base.remove();
  }
  const meant = new Set(changedSince(root, commit, BASELINES));
  const expected: Expected = {
    source: `commit ${commit.slice(0, 9)} as it looks here, because ${why.join('; ')}`,
    picture: (name) => (meant.has(`${name}.png`) ? 'meant' : (pictures.get(name) ?? 'unknown')),
  };
  return expected;
}

const baselineEnvironment = () =>
  existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as Environment) : undefined;

/** Some baselines may only be renewed where the others were taken. */
export const assertSameMachine = (here: Environment): void =>
  assert.deepEqual(differences(baselineEnvironment(), here), [], 'take all pictures anew, not some');

/**
 * The committed baselines where this machine is like the one that took them, else the pictures of the commit that the change starts from. A string says
 * why there is neither.
 */
export async function expectedPictures(
  browser: Browser,
  here: Environment,
  scenes: readonly Scene[],
): Promise<Expected | string> {
  const why = differences(baselineEnvironment(), here);
  if (why.length === 0) return committed;
  const commit = baseCommit(root);
  if (commit === undefined) return `${why.join('; ')}; and there is no commit to start from`;
  return ofCommit(commit, why, browser, scenes);
}

/** Makes a picture the committed one. */
export function keep(name: string, picture: Uint8Array): void {
  mkdirSync(root + BASELINES, { recursive: true });
  writeFileSync(fileOf(name), picture);
}

/** Notes the machine that took the pictures, and drops those that nobody asks for any more. */
export function keepEnvironment(here: Environment, names: ReadonlySet<string>): void {
  writeFileSync(manifest, `${JSON.stringify(here, null, 2)}\n`);
  for (const file of findFiles([`${BASELINES}/*.png`], root))
    if (!names.has(file.slice(BASELINES.length + 1, -'.png'.length))) rmSync(root + file);
}
