import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch, serveSite } from '../e2e/harness.js';
import { buildStorybook, builtStories } from '../e2e/storybook.js';
import { closeStudio, openScene, openStudio, photograph } from './camera.js';
import { compare } from './compare.js';
import { environment } from './environment.js';
import { assertSameMachine, expectedPictures, keep, keepEnvironment } from './expected.js';
import { OUT, Report } from './report.js';
import { scenes, shotName } from './shots.js';

/** What the widget looks like is what it looked like, unless somebody says that a change is meant: `npm run test:visual -- --update`. */

const updating = process.env.UPDATE_BASELINES === '1';
const only = new RegExp(process.env.SHOTS ?? '');
const wanted = scenes
  .map((scene) => ({ ...scene, settings: scene.settings.filter((setting) => only.test(shotName(scene, setting))) }))
  .filter(({ settings }) => settings.length > 0);

await buildStorybook();
const stories = new Set(builtStories().map(({ id }) => id));
const browser = await launch();
const site = await serveSite({ folder: 'storybook-static' });
const here = await environment(browser);
if (updating && process.env.SHOTS) assertSameMachine(here);
const expected = updating ? undefined : await expectedPictures(browser, here, wanted);
const report = new Report();

// Two at a time: while one page loads, the other draws.
describe('pictures', { concurrency: 2 }, () => {
  after(async () => {
    if (expected !== undefined && typeof expected !== 'string') report.write(expected.source);
    await browser.close();
    await site.close();
    if (updating)
      keepEnvironment(
        here,
        new Set(scenes.flatMap((scene) => scene.settings.map((setting) => shotName(scene, setting)))),
      );
  });

  if (typeof expected === 'string')
    test('are compared with something', { skip: !process.env.CI && expected }, () => {
      assert.fail(`${expected}. A CI needs the history: clone more than the last commit.`);
    });
  else
    for (const scene of wanted)
      test(scene.story, async (context) => {
        assert.ok(stories.has(scene.story), 'there is no such story any more');
        const page = await openStudio(browser);
        try {
          await openScene(page, site.url, scene);
          for (const setting of scene.settings) {
            const name = shotName(scene, setting);
            const actual = await photograph(page, scene, setting);
            if (expected === undefined) {
              keep(name, actual);
              continue;
            }
            await context.test(setting, () => {
              const before = expected.picture(name);
              if (before === 'unknown') {
                report.add(name, 'nothing to compare with', { actual });
                assert.ok(expected.source.startsWith('commit'), `${name} has no baseline yet`);
                return;
              }
              if (before === 'meant') {
                report.add(name, 'its baseline was changed since', { actual });
                return;
              }
              const difference = compare(before, actual);
              if (!difference) return;
              report.add(name, difference.summary, { expected: before, actual, difference: difference.picture });
              assert.fail(`${name}: ${difference.summary} from ${expected.source}: ${OUT}/index.html shows them`);
            });
          }
        } finally {
          await closeStudio(page);
        }
      });
});
