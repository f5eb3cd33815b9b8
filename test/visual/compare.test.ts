import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { launch } from '../e2e/harness.js';
import { stillPicture } from './camera.js';
import { compare } from './compare.js';

/** A picture that somebody painted over: `region` in a grey that is `step` of 255 away from the ground. */
function painted(region?: { x: number; y: number; width: number; height: number }, step = 40): Buffer {
  const png = new PNG({ width: 60, height: 40 });
  png.data.fill(255);
  for (let y = region?.y ?? 0; region && y < region.y + region.height; y++)
    for (let x = region.x; x < region.x + region.width; x++)
      for (let channel = 0; channel < 3; channel++) png.data[(y * png.width + x) * 4 + channel] = 255 - step;
  return PNG.sync.write(png);
}

describe('comparing pictures', () => {
  test('the same picture is the same', () => {
    assert.equal(
      compare(painted({ x: 3, y: 3, width: 9, height: 4 }), painted({ x: 3, y: 3, width: 9, height: 4 })),
      undefined,
    );
  });

  test('a region that changed is seen, counted and shown', () => {
    const difference = compare(painted(), painted({ x: 10, y: 8, width: 4, height: 3 }));
    assert.equal(difference?.pixels, 12);
    assert.match(difference.summary, /12 pixels differ/);
    const shown = PNG.sync.read(difference.picture ?? Buffer.alloc(0));
    const [red, green] = shown.data.subarray((9 * shown.width + 11) * 4);
    assert.deepEqual([red, green], [255, 0]);
  });

  test('one pixel is enough, also at the edge', () => {
    assert.equal(compare(painted(), painted({ x: 59, y: 39, width: 1, height: 1 }))?.pixels, 1);
  });

  test('a colour that moved by what rounding does is the same', () => {
    assert.equal(compare(painted(), painted({ x: 0, y: 0, width: 60, height: 40 }, 2)), undefined);
  });

  test('another size is a difference', () => {
    const small = PNG.sync.write(new PNG({ width: 60, height: 39 }));
    assert.equal(compare(painted(), small)?.summary, '60 × 40 became 60 × 39');
  });

  test('what a browser draws is drawn alike each time, and a hairline that went is seen', async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.setViewport({ width: 300, height: 200 });
      const draw = (border: number) =>
        page.setContent(`<p style="border: ${border}px solid #e3e6ec; border-radius: 10px">Wednesday, 9:30</p>`);
      await draw(1);
      const first = await stillPicture(page);
      await draw(1);
      assert.equal(compare(first, await stillPicture(page)), undefined);
      await draw(0);
      assert.notEqual(compare(first, await stillPicture(page)), undefined);
    } finally {
      await browser.close();
    }
  });
});
