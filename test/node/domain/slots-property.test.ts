import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bothAnswers, inputs, scenesOf, timelineAround, ZONES } from './slot-scenarios.js';

const scenes = scenesOf('2010-01-01T00:00:00Z', '2031-01-01T00:00:00Z');

describe('free times agree with a minute-by-minute look at the clocks', () => {
  for (const zone of new Set(scenes.map((scene) => scene.zone))) {
    const ofZone = scenes.filter((scene) => scene.zone === zone);
    it(`${zone}, around ${ofZone.length} moments`, () => {
      let slots = 0;
      for (const scene of ofZone) {
        const timeline = timelineAround(scene);
        fc.assert(
          fc.property(inputs(scene), (input) => {
            const { engine, oracle } = bothAnswers(input, timeline);
            slots += oracle.length;
            assert.deepEqual(engine, oracle);
          }),
          { numRuns: Math.max(8, Math.ceil(150 / ofZone.length)) },
        );
      }
      assert.ok(slots > 500, `only ${slots} slots were compared`);
    });
  }

  it('knows the zones of the product', () => {
    assert.equal(ZONES.length, 13);
  });
});
