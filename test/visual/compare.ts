import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export interface Difference {
  /** How many pixels differ in a way that an eye could see. */
  readonly pixels: number;
  /** PNG that shows where, in red over the pale expected picture; absent where the sizes differ. */
  readonly picture?: Buffer;
  readonly summary: string;
}

/**
 * How far a colour may be off before a pixel counts, from 0 to 1: what another processor's rounding does, and nothing that
 * somebody changed.
 */
const THRESHOLD = 0.05;

/** Compares two PNGs. Undefined when they show the same. */
export function compare(expected: Uint8Array, actual: Uint8Array): Difference | undefined {
  const before = PNG.sync.read(Buffer.from(expected));
  const after = PNG.sync.read(Buffer.from(actual));
  const { width, height } = before;
  if (width !== after.width || height !== after.height) {
    const summary = `${width} × ${height} became ${after.width} × ${after.height}`;
    return { pixels: Math.abs(width * height - after.width * after.height) || width * height, summary };
  }
  const diff = new PNG({ width, height });
  // Pixels that anti-aliasing may have moved count as well: one browser and one font draw them alike each time.
  const pixels = pixelmatch(before.data, after.data, diff.data, width, height, {
    threshold: THRESHOLD,
    includeAA: true,
  });
  return pixels === 0 ? undefined : { pixels, picture: PNG.sync.write(diff), summary: `${pixels} pixels differ` };
}
