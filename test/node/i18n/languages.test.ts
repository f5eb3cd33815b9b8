import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { languages } from '../../../src/entries/languages.js';
import type { DetailsDictionary } from '../../../src/i18n/details.js';
import { enDetails } from '../../../src/i18n/en-details.js';
import { en as enPicker } from '../../../src/i18n/en.js';
import { formatsFor } from '../../../src/i18n/format.js';
import { plural, pluralCategories, type PluralLanguage } from '../../../src/i18n/plural.js';
import { findFiles } from '../../tools/files.mjs';
import { root } from '../../tools/run.mjs';

const english: DetailsDictionary = { ...enPicker, ...enDetails };

/** Product names, file endings, units and the words that two languages share. */
const SAME_AS_ENGLISH: Record<string, readonly string[]> = {
  '*': ['google', 'outlook', 'ics', 'reference'],
  de: ['name', 'optional'],
  it: ['email'],
  nl: ['minutes', 'laterBy'],
};

/** The larger regions of each language, whose numbers and dates are their own. */
const LOCALES: Record<PluralLanguage, readonly string[]> = {
  ar: ['ar', 'ar-EG', 'ar-MA'],
  de: ['de', 'de-AT', 'de-CH'],
  es: ['es', 'es-MX'],
  fr: ['fr', 'fr-CA'],
  he: ['he'],
  it: ['it'],
  ja: ['ja'],
  nl: ['nl'],
  pl: ['pl'],
  pt: ['pt-BR', 'pt-PT'],
  zh: ['zh'],
};

const COUNTS = [0, 1, 2, 3, 4, 5, 11, 21, 22, 100, 597];

const known = Object.keys(pluralCategories) as PluralLanguage[];

async function wordsOf(language: string, locale = language): Promise<DetailsDictionary> {
  const load = languages[language];
  assert.ok(load, language);
  const { default: words } = await load();
  return (typeof words === 'function' ? words(locale) : words) as DetailsDictionary;
}

type Message = string | ((...parameters: unknown[]) => string);

/** Every message with its path: `errors.network`. */
function messages(node: object, path = ''): [path: string, message: Message][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, Message][] =>
    typeof value === 'object' && value ? messages(value, `${path}${key}.`) : [[path + key, value as Message]],
  );
}

const originals = new Map(messages(english));

/** What a widget gives for a parameter of that name in that locale. */
function parameter(name: string, locale: string): unknown {
  const formats = formatsFor(locale);
  const values: Record<string, unknown> = {
    coach: 'Ada',
    name: 'Noor',
    city: 'Buenos Aires',
    day: formats.day('2026-11-24', 'short'),
    time: formats.time(Date.parse('2026-11-24T15:00:00Z'), 'Europe/Berlin'),
    when: formats.day('2026-11-24', 'medium'),
    yours: 'YOURS',
    length: '45',
    difference: 'DIFFERENCE',
    price: formats.money({ amountMinor: 123450, currency: 'EUR' }),
    currency: 'USD',
    previous: formats.money({ amountMinor: 9000, currency: 'USD' }),
    current: formats.money({ amountMinor: 9500, currency: 'USD' }),
    maximum: formats.number(500),
    seconds: formats.number(5),
    hours: formats.number(5.5),
    id: '7F3K',
    label: 'Label',
    message: 'Message.',
    words: 'Words',
    step: 2,
    total: 3,
  };
  assert.ok(name in values, `no example for ${name}`);
  return values[name];
}

/** The parameters of a message by name, as English has them. */
function parameterNames(path: string): string[] {
  const source = String(originals.get(path));
  return (
    /^\(?([^)=]*)\)?\s*=>/
      .exec(source)?.[1]
      ?.split(',')
      .map((name) => name.trim()) ?? []
  );
}

/** Messages that count take a number; the others a text that was written before. */
const COUNTING = new Set(['dayWithTimes', 'timeZonesFound', 'errorSummary']);

/** A message with each of its plausible parameters. */
function* written(
  path: string,
  message: Message,
  locale: string,
): Generator<[text: string, given: readonly unknown[]]> {
  if (typeof message === 'string') {
    yield [message, []];
    return;
  }
  const names = parameterNames(path);
  assert.ok(message.length <= names.length, `${path} takes more than English gives`);
  const counts = names.includes('count') ? COUNTS : [0];
  for (const count of counts) {
    const value = COUNTING.has(path) ? count : formatsFor(locale).number(count);
    const given = names.map((name) => (name === 'count' ? value : parameter(name, locale)));
    yield [message(...given), given];
  }
}

/** A text with a letter in place of each value that was given: what the language itself writes. */
function without(given: readonly unknown[], text: string): string {
  return given.reduce((own: string, value) => (typeof value === 'string' ? own.split(value).join('字') : own), text);
}

describe('the languages', () => {
  it('are those of the folder: each can be loaded, imported and counted in', () => {
    const files = (folder: string) =>
      findFiles([`${folder}/*.ts`], root).map((file) => file.slice(folder.length + 1, -3));
    assert.deepEqual(files('src/i18n/languages').sort(), known);
    assert.deepEqual(Object.keys(languages).sort(), known);
    assert.deepEqual(files('src/entries/locales').sort(), [...known, 'en'].sort());
  });

  it('have the plural categories that Intl has', () => {
    for (const language of known) {
      const { pluralCategories: categories } = new Intl.PluralRules(language).resolvedOptions();
      assert.deepEqual([...pluralCategories[language]].sort(), [...categories].sort(), language);
    }
  });

  it('cannot leave a plural category out, or add one', () => {
    // @ts-expect-error: Polish has "few" too.
    plural('pl', { one: '1', many: '5', other: '1,5' });
    // @ts-expect-error: Japanese does not count in ones.
    plural('ja', { one: '1', other: '#' });
    const forms = { zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x' };
    const arabic = plural('ar', forms);
    assert.deepEqual([0, 1, 2, 3, 11, 100].map(arabic), ['z', 'o', 't', 'f', 'm', 'x']);
    const polish = plural('pl', { one: '# o', few: '# f', many: '# m', other: '# x' });
    assert.deepEqual([1, 2, 5, 22, 1.5].map(polish), ['1 o', '2 f', '5 m', '22 f', '1.5 x']);
  });

  it('count with "other" where a browser knows a category that we do not', () => {
    const select = mock.method(Intl.PluralRules.prototype as Intl.PluralRules, 'select', () => 'two');
    assert.equal(plural('de', { one: 'one', other: '# others' })(7), '7 others');
    select.mock.restore();
  });
});

for (const language of known) {
  describe(language, () => {
    it('has the keys of English and no others', async () => {
      const paths = messages(await wordsOf(language)).map(([path]) => path);
      assert.deepEqual(paths.sort(), [...originals.keys()].sort());
    });

    it('says nothing in English', async () => {
      const allowed = [...(SAME_AS_ENGLISH['*'] ?? []), ...(SAME_AS_ENGLISH[language] ?? [])];
      const same = messages(await wordsOf(language)).filter(([path, message]) => {
        const original = originals.get(path);
        const letters = /\p{L}{3,}/u;
        if (typeof message === 'string') return message === original && letters.test(message);
        const sample = parameterNames(path).map((name) => `<${name}>`);
        const text = message(...sample);
        return (
          text === (original as (...given: unknown[]) => string)(...sample) && letters.test(text.replace(/<\w+>/g, ''))
        );
      });
      assert.deepEqual(
        same.map(([path]) => path).filter((path) => !allowed.includes(path)),
        [],
      );
    });

    for (const locale of LOCALES[language]) {
      it(`writes every message with what a widget gives it (${locale})`, async () => {
        for (const [path, message] of messages(await wordsOf(language, locale))) {
          for (const [text, given] of written(path, message, locale)) {
            assert.ok(text.trim(), path);
            assert.doesNotMatch(text, /undefined|\bnull\b|NaN|\[object|[{}#<>]|\$\{| {2}/, `${path}: ${text}`);
            assert.doesNotMatch(without(given, text), /^\s|\s$|['"]|\.\.\./, `${path}: ${text}`);
            assert.doesNotMatch(text, /\.\.$/, `${path}: ${text}`);
            for (const value of given.filter((one) => typeof one === 'string' && !/^\d+$/.test(one))) {
              if (path === 'notes' && language === 'pl') continue;
              assert.ok(
                text.toLowerCase().includes(String(value).toLowerCase()),
                `${path} leaves out ${String(value)}: ${text}`,
              );
            }
          }
        }
      });
    }

    it('uses all of its plural categories, and tells the number', async () => {
      const { dayWithTimes, timeZonesFound, errorSummary } = await wordsOf(language);
      const rules = new Intl.PluralRules(language);
      for (const count of COUNTS) {
        const texts = [timeZonesFound(count), errorSummary(count)];
        if (count) texts.push(dayWithTimes('', count));
        // Small numbers may be words: "both", "one answer".
        const inWords = ['zero', 'one', 'two'].includes(rules.select(count));
        for (const text of texts) assert.ok(inWords || text.includes(String(count)), `${count}: ${text}`);
      }
    });

    it('keeps what stands on buttons and in the calendar short', async () => {
      const words = await wordsOf(language);
      const widths: [text: string, most: number][] = [
        [words.seeTimes, 22],
        [words.continue, 16],
        [words.tryAgain, 20],
        [words.bookFor('1.234,50 €'), 30],
        [words.allTimes, 22],
        [words.checkAgain, 20],
        [words.today, 6],
        [words.fewer, 9],
        [words.more, 9],
        [words.nextFreeDay, 24],
      ];
      assert.deepEqual(
        widths.filter(([text, most]) => text.length > most),
        [],
      );
    });
  });
}

describe('a coach without a name', () => {
  const all: readonly (readonly [string, () => Promise<DetailsDictionary>])[] = [
    ['en', () => Promise.resolve(english)],
    ...known.map((language) => [language, () => wordsOf(language)] as const),
  ];
  for (const [language, words] of all) {
    it(`begins a sentence with a capital letter (${language})`, async () => {
      const { yourCoach, noTimesAtAll, nextFreeOf, declinedTitle, errors } = await words();
      const texts = [
        noTimesAtAll(yourCoach),
        nextFreeOf(yourCoach, '60', '9:00'),
        declinedTitle(yourCoach),
        errors.inactive(yourCoach),
      ];
      for (const text of texts) assert.doesNotMatch(text, /^\p{Ll}/u, text);
    });
  }
});

describe('typography', () => {
  const all = async (language: string) => {
    const dictionary = messages(await wordsOf(language));
    return dictionary.flatMap(([path, message]) =>
      [...written(path, message, language)].map(([text, given]) => without(given, text)),
    );
  };

  it('French has no-break spaces before its double punctuation', async () => {
    for (const text of await all('fr')) assert.doesNotMatch(text, /[^\u202f]\?| [:;!]|[^\u00a0]:(?= )/, text);
  });

  it('Spanish opens its questions', async () => {
    for (const text of await all('es')) if (text.includes('?')) assert.match(text, /^¿/, text);
  });

  it('Japanese and Chinese have full-width punctuation beside their own signs', async () => {
    for (const language of ['ja', 'zh']) {
      for (const text of await all(language)) {
        assert.doesNotMatch(text, /[\u3040-\u30ff\u4e00-\u9fff][,;:?!.(]|[,;:?!)][\u3040-\u30ff\u4e00-\u9fff]/, text);
      }
    }
  });

  it('Arabic has its own comma and question mark', async () => {
    for (const text of await all('ar')) assert.doesNotMatch(text, /[\u0600-\u06ff][,;?]/, text);
  });
});

describe('the conventions of a region', () => {
  const AT = Date.parse('2026-11-24T15:00:00Z');
  const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');

  it('stay its own: dates, prices and clocks by Intl', () => {
    const price = { amountMinor: 123450, currency: 'EUR' };
    assert.equal(plain(formatsFor('de-AT').money(price)), '€ 1.234,50');
    assert.equal(plain(formatsFor('de').money(price)), '1.234,50 €');
    assert.equal(formatsFor('de-AT').month('2026-01-01'), 'Jänner 2026');
    assert.equal(plain(formatsFor('pt-BR').money(price)), '€ 1.234,50');
    assert.equal(plain(formatsFor('pt-PT').money(price)), '1234,50 €');
    assert.equal(formatsFor('pt-BR').firstDayOfWeek, 6);
    assert.equal(formatsFor('ja').day('2026-11-24', 'short'), '11月24日(火)');
    assert.equal(plain(formatsFor('zh').time(AT, 'Asia/Shanghai')), '23:00');
  });

  it('write the digits of the region in Arabic words too', async () => {
    const egypt = await wordsOf('ar', 'ar-EG');
    assert.equal(egypt.stepOf(2, 3), '٢ من ٣');
    assert.match(egypt.dayWithTimes('', 11), /١١/);
    assert.equal((await wordsOf('ar', 'ar-MA')).stepOf(2, 3), '2 من 3');
  });
});
