import { expect } from '@open-wc/testing';
import type { BookingFlow } from '../../src/elements/booking-flow/booking-flow.js';
import { engine, resizeTo } from './engine.js';
import { openFlow } from './flow-fixture.js';
import { until } from '../../src/kit/page-objects/index.js';
import { deepElements } from '../../src/kit/page-objects/find.js';

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** The relative luminance of a computed colour as it is painted (WCAG 2.2). */
function luminance(color: string): number {
  if (!canvas) throw new Error('no canvas');
  canvas.fillStyle = '#000';
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** What is measured on a flow that shows times: where an accent, text and secondary text stand, and what they need. */
interface Pair {
  readonly what: string;
  readonly element: Element;
  readonly pseudo?: string;
  readonly property: 'color' | 'background-color';
  readonly ground: Element;
  readonly least: number;
}

async function pairsOf(): Promise<{ element: BookingFlow; pairs: Pair[] }> {
  const page = await openFlow({ duration: 60 });
  const { element } = page;
  element.style.setProperty('--booking-motion', '0s');
  await page.chooseTime();
  const find = (selector: string): Element => {
    const found = [...deepElements(element.shadowRoot ?? element)].find((candidate) => candidate.matches(selector));
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  };
  await page.part('next-free');
  const frame = find('.frame');
  const [selected, day, slot, main] = [
    find('.day[aria-selected=true]'),
    find('.free:not([aria-selected=true])'),
    find('.slot:has(:checked)'),
    find('.primary'),
  ];
  const other = find('.slot:not(:has(:checked))');
  return {
    element,
    pairs: [
      { what: 'the chosen day', element: selected, property: 'color', ground: selected, least: 4.5 },
      { what: 'the chosen time', element: slot, property: 'color', ground: slot, least: 4.5 },
      { what: 'the main button', element: main, property: 'color', ground: main, least: 4.5 },
      { what: 'a link', element: find('.link'), property: 'color', ground: frame, least: 4.5 },
      { what: 'a free day', element: day, property: 'color', ground: day, least: 4.5 },
      { what: 'its bar', element: day, pseudo: '::after', property: 'background-color', ground: day, least: 3 },
      { what: 'the progress', element: find('i:not(.open)'), property: 'background-color', ground: frame, least: 3 },
      { what: 'text', element: frame, property: 'color', ground: frame, least: 4.5 },
      { what: 'secondary text', element: find('.progress'), property: 'color', ground: frame, least: 4.5 },
      {
        what: "the coach's clock",
        element: find('.slot:not(:has(:checked)) .theirs'),
        property: 'color',
        ground: other,
        least: 4.5,
      },
    ],
  };
}

/** Which of the pairs have too little contrast now, each with how much. */
function faults(pairs: readonly Pair[]): string[] {
  return pairs.flatMap(({ what, element, pseudo, property, ground, least }) => {
    const color = getComputedStyle(element, pseudo).getPropertyValue(property);
    const is = contrast(color, getComputedStyle(ground).backgroundColor);
    return is < least ? [`${what}: ${is.toFixed(2)} of ${least} (${color})`] : [];
  });
}

/** Evenly spread over the cube of sRGB, its corners included. */
function accents(steps: number): string[] {
  const levels = Array.from({ length: steps }, (_, step) => Math.round((step * 255) / (steps - 1)));
  return levels.flatMap((red) => levels.flatMap((green) => levels.map((blue) => `rgb(${red} ${green} ${blue})`)));
}

describe('contrast', () => {
  before(() => resizeTo(1280));

  // First, as what has been made readable once stays so.
  it('a colour that a class around the flow brings is made readable once the visitor goes on', async () => {
    const { element, pairs } = await pairsOf();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.bright { --booking-accent: #ffe600 }');
    document.adoptedStyleSheets.push(sheet);
    try {
      expect(faults(pairs)).to.deep.equal([]);
      element.parentElement?.classList.add('bright');
      expect(faults(pairs)).to.not.deep.equal([]);
      element.requestUpdate();
      await until(() => !faults(pairs).length, 'readable colours');
    } finally {
      document.adoptedStyleSheets.pop();
    }
  });

  for (const scheme of ['light', 'dark']) {
    it(`any accent keeps text and marks readable, ${scheme}`, async function () {
      this.timeout(60_000);
      const { element, pairs } = await pairsOf();
      element.style.colorScheme = scheme;
      // From the first colour on that the page sets.
      element.style.setProperty('--booking-accent', 'red');
      await Promise.resolve();
      const found: string[] = [];
      for (const accent of accents(engine === 'chromium' ? 6 : 3)) {
        element.style.setProperty('--booking-accent', accent);
        found.push(...faults(pairs).map((fault) => `${accent}: ${fault}`));
      }
      expect(found).to.deep.equal([]);
    });
  }

  const BRANDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'white on yellow': { accent: '#ffe600', 'accent-text': '#fff' },
    'yellow on white': { accent: '#fff', 'accent-text': '#ffe600' },
    'text like the ground': { text: '#fafafa', muted: '#eee', surface: '#fff' },
    'grey on grey': { text: '#777', muted: '#888', surface: '#666', 'surface-raised': '#666', accent: '#6f6f6f' },
    'a dark ground without a word about it': { surface: '#101010', 'surface-raised': '#1c1c1c' },
    'a dark ground and an accent': { surface: '#101010', 'surface-raised': '#1c1c1c', accent: '#2443b8' },
    'an accent like the ground': { surface: '#fff8e7', 'surface-raised': '#fffdf5', accent: '#fff8e7' },
    'wide gamut': { accent: 'color(display-p3 0 1 0)', 'accent-text': 'oklch(90% 0.2 140)' },
  };
  for (const [name, tokens] of Object.entries(BRANDS)) {
    it(`${name}: is made readable`, async () => {
      const { style } = document.documentElement;
      for (const [token, value] of Object.entries(tokens)) style.setProperty(`--booking-${token}`, value);
      try {
        expect(faults((await pairsOf()).pairs)).to.deep.equal([]);
      } finally {
        for (const token of Object.keys(tokens)) style.removeProperty(`--booking-${token}`);
      }
    });
  }

  it('colours that are readable stay as they are', async () => {
    const { element, pairs } = await pairsOf();
    const set = { accent: '#9c4122', 'accent-text': '#fffaf3', surface: '#faf4ea', text: '#2b2119', muted: '#6b5a4c' };
    for (const [token, value] of Object.entries(set)) element.style.setProperty(`--booking-${token}`, value);
    const painted = (what: string) => {
      const pair = pairs.find((candidate) => candidate.what === what);
      return pair ? luminance(getComputedStyle(pair.element, pair.pseudo).getPropertyValue(pair.property)) : Number.NaN;
    };
    for (const [what, color] of [
      ['the main button', set['accent-text']],
      ['a link', set.accent],
      ['text', set.text],
      ['secondary text', set.muted],
    ] as const) {
      expect(painted(what), what).to.be.closeTo(luminance(color), 0.004);
    }
  });
});
