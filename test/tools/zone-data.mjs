// `npm run data:zones`: writes src/i18n/cities/ anew. City names come from Unicode CLDR (fetched with npm into a folder of its own),
// countries and abbreviations from the machine's tz database (a folder as /usr/share/zoneinfo, with zone.tab and tzdata.zi).
// The names of the cities are Unicode-3.0 (docs/licenses/unicode-3.0.txt), the tz database is in the public domain.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './run.mjs';

const CLDR = '48.2.0';
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'nl', 'pl', 'pt', 'zh'];
const zoneinfo = process.argv[2] ?? '/usr/share/zoneinfo';
const target = join(root, 'src/i18n/cities');

const work = mkdtempSync(join(tmpdir(), 'zone-data-'));
const fetchPackage = (name) => {
  const options = { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  const archive = execFileSync('npm', ['pack', '--silent', `${name}@${CLDR}`], options).trim();
  execFileSync('tar', ['xzf', archive, '--one-top-level', '--strip-components=1'], options);
  return join(work, archive.replace(/\.tgz$/, ''));
};
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const dates = fetchPackage('cldr-dates-full');
const bcp47 = fetchPackage('cldr-bcp47');

/** Other names of each zone, by any of its names: those that engines list, and links of the tz database. */
const otherNames = new Map();
for (const { _alias: alias } of Object.values(readJson(join(bcp47, 'bcp47/timezone.json')).keyword.u.tz)) {
  const names = alias?.split(' ') ?? [];
  for (const name of names) otherNames.set(name, names);
}
const namesOf = (id) => [id, ...(otherNames.get(id) ?? []).filter((name) => name !== id)];

/** What a zone's clocks are called from now on (`EST`, `EDT`), from the rule at the end of its file; numbers are no names. */
function abbreviationsOf(id) {
  const file = readFileSync(join(zoneinfo, id), 'latin1').trimEnd();
  const rule = file.slice(file.lastIndexOf('\n') + 1);
  const [, standard, summer] = /^(<[^>]+>|[A-Za-z]+)[-+\d:]+(<[^>]+>|[A-Za-z]+)?/.exec(rule) ?? [];
  return [standard, summer].filter((name) => name && !name.startsWith('<'));
}

const zones = readFileSync(join(zoneinfo, 'zone.tab'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [country, , id] = line.split('\t');
    return { country, id, names: namesOf(id), abbreviations: abbreviationsOf(id) };
  })
  .sort((a, b) => (a.id < b.id ? -1 : 1));
zones.push({
  country: '-',
  id: 'UTC',
  names: [...new Set(['UTC', ...namesOf('Etc/UTC'), ...namesOf('Etc/GMT')])],
  abbreviations: ['UTC', 'GMT'],
});

/** As the widget writes a city that it knows nothing else about. */
const plainCity = (id) => id.split('/').pop().replace(/_/g, ' ');

function exemplarCities(language) {
  const file = join(dates, 'main', language, 'timeZoneNames.json');
  const { zone } = readJson(file).main[language].dates.timeZoneNames;
  return ({ names }) => {
    for (const name of names) {
      const found = name.split('/').reduce((part, key) => part?.[key], zone);
      if (found?.exemplarCity) return found.exemplarCity.replace(/\u00ad/g, '').normalize();
    }
    return undefined;
  };
}

/** Cities by the name that engines and pages may have them under, where theirs is another one. */
function cityLines(cityOf, knownOf) {
  const lines = new Map();
  for (const zone of zones) {
    // Other names of a zone that are cities by themselves (Montreal) keep their own.
    const keys = zone.names.filter((name, index) => index === 0 || Intl.supportedValuesOf('timeZone').includes(name));
    for (const key of keys.map(plainCity)) {
      const city = cityOf(zone);
      if (!city || city === (knownOf(zone) ?? key)) continue;
      if (lines.has(key) && lines.get(key) !== city) throw new Error(`two cities are called ${key}`);
      lines.set(key, city);
    }
  }
  return [...lines].map(([key, city]) => `${key}=${city}`);
}

const notice = `/*! City names: Unicode CLDR ${CLDR}, © Unicode, Inc., Unicode-3.0 (https://www.unicode.org/license.txt) */`;
const write = (name, head, says, lines) =>
  writeFileSync(
    join(target, `${name}.ts`),
    `${head}\n// Written by test/tools/zone-data.mjs.\n\n/** ${says} */\nexport default \`\n${lines.join('\n')}\`;\n`,
  );

const english = exemplarCities('en');
for (const language of LANGUAGES) {
  const isEnglish = language === 'en';
  write(
    language,
    notice,
    `\`Vienna=…\`: cities that have another name than ${isEnglish ? 'their zone' : 'in English'}, by the last part of the zone's name.`,
    cityLines(exemplarCities(language), isEnglish ? () => undefined : english),
  );
}
const version = readFileSync(join(zoneinfo, 'tzdata.zi'), 'utf8').split('\n')[0].replace('# version ', '');
write(
  'zones',
  `// The tz database ${version}, in the public domain; other names of its zones as in Unicode CLDR ${CLDR}.`,
  'A zone a line: its country, what it is called, what its clocks are called, and other names that it goes by.',
  zones.map(({ country, names: [id, ...others], abbreviations }) =>
    [country, id, abbreviations.join('/') || '-', ...others].join(' '),
  ),
);
rmSync(work, { recursive: true });
