// `npm run docs:elements`: writes docs/elements.md from the doc comments of src/elements. With `--check` it writes
// nothing and fails when the page is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { findFiles } from './files.mjs';
import { root } from './run.mjs';

const PAGE = 'docs/elements.md';
const CONFIG = '.config/custom-elements-manifest.config.mjs';

/** What is booked with comes first, then what a flow is made of. */
const FIRST = ['booking-flow', 'coach-profile', 'booking-provider'];

const read = (file) => readFileSync(root + file, 'utf8');
const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();
const code = (text) => (text ? `\`${oneLine(text)}\`` : '');
/** In a table a bar ends the cell, also inside code. */
const cell = (text) => oneLine(text).replaceAll('|', '\\|');

function table(head, rows) {
  if (!rows.length) return '';
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

/** Event class → what its `detail` holds and whether it can be cancelled; the manifest knows neither. */
function eventClasses() {
  const classes = new Map();
  const pattern = /export class (\w+) extends BookingEvent<\{([^}]*)\}> \{([\s\S]*?)\n\}/g;
  const code = ['events', 'later-events'].map((file) => read(`src/elements/${file}.ts`)).join('\n');
  for (const [, name, detail, body] of code.matchAll(pattern)) {
    const fields = oneLine(detail.replaceAll('readonly ', '')).replace(/;$/, '');
    classes.set(name, { detail: `{ ${fields} }`, cancelable: /super\([^;]*, true\)/.test(body) });
  }
  return classes;
}

/** Parts of the elements inside that can be styled from outside: tag → names, as the templates export them. */
function exportedParts(tag) {
  const parts = new Map();
  for (const file of findFiles([`src/elements/${tag}/**/*.ts`], root)) {
    for (const [, inner, list] of read(file).matchAll(/<([\w-]+)(?:(?!<)[\s\S])*?\sexportparts="([^"]*)"/g)) {
      const names = list.split(',').map((name) => name.split(':').pop().trim());
      parts.set(inner, [...new Set([...(parts.get(inner) ?? []), ...names])]);
    }
  }
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Words of `part` in an element's own templates. */
function usedParts(tag) {
  const texts = findFiles([`src/elements/${tag}/**/*.ts`], root).map(read);
  const values = texts.flatMap((text) =>
    [...text.matchAll(/[\s(]part=("[^"]*"|\$\{[^}]*\})/g)].map(([, value]) => value),
  );
  return values.flatMap((value) =>
    value.startsWith('"')
      ? value
          .slice(1, -1)
          .replace(/\$\{[^}]*\}/g, ' ')
          .split(/\s+/)
          .filter(Boolean)
      : [...value.matchAll(/'([\w-]+)'/g)].map(([, word]) => word),
  );
}

function properties({ members = [], attributes = [] }) {
  const attributeOf = new Map(attributes.map(({ name, fieldName }) => [fieldName, name]));
  return members
    .filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic)
    .map(({ name, type, default: initial, readonly, description }) => [
      attributeOf.has(name) ? code(attributeOf.get(name)) : '',
      code(name),
      code(type?.text),
      readonly ? 'read only' : code(initial),
      description,
    ]);
}

function methods({ members = [] }) {
  return members
    .filter(({ kind, static: isStatic }) => kind === 'method' && !isStatic)
    .map(({ name, parameters = [], return: result, description }) => {
      const list = parameters.map((each) => (each.default ? `${each.name} = ${each.default}` : each.name)).join(', ');
      const answer = result?.type.text ?? 'void';
      return [code(`${name}(${list})${answer === 'void' ? '' : `: ${answer}`}`), description];
    });
}

function describe(element, classes) {
  const { tagName, summary = '', events = [], slots = [], cssParts = [], cssProperties = [] } = element;
  const [first = '', ...others] = `${summary}\n\n${element.description ?? ''}`.split(/\n{2,}/).map(oneLine);
  const heard = events.map(({ name, type, description }) => {
    const event = classes.get(type.text);
    if (!event) throw new Error(`<${tagName}>: ${name} has no class ${type.text} in src/elements/*events.ts`);
    return [code(name), code(event.detail), event.cancelable ? 'yes' : '', description];
  });
  const undocumented = usedParts(tagName).filter((part) => !cssParts.some(({ name }) => name === part));
  if (undocumented.length) throw new Error(`<${tagName}>: no @csspart for ${undocumented.join(', ')}`);
  const through = exportedParts(tagName).map(
    ([inner, names]) => `From \`<${inner}>\` come through: ${names.map(code).join(', ')}.\n`,
  );
  const blocks = [
    `## \`<${tagName}>\`\n`,
    `${first}\n`,
    ...others.filter(Boolean).map((text) => `${text}\n`),
    table(['Attribute', 'Property', 'Type', 'Default', ''], properties(element)),
    table(['Method', ''], methods(element)),
    table(['Event', '`detail`', 'Cancelable', ''], heard),
    table(
      ['Slot', ''],
      slots.map(({ name, description }) => [name ? code(name) : '(default)', description]),
    ),
    table(
      ['Part', ''],
      cssParts.map(({ name, description }) => [code(name), description]),
    ),
    ...through,
    table(
      ['Custom property', ''],
      cssProperties.map(({ name, description }) => [code(name), description]),
    ),
  ];
  return blocks.filter(Boolean).join('\n');
}

const INTRO = `# Elements

<!-- Made by \`npm run docs:elements\` from the doc comments in src/elements. Change those. -->

Every attribute, property, method, event, slot and part, by element. A boolean attribute counts by being there; \`hour12\` alone has three states: absent, as the
locale has it; present, the 12-hour clock; \`hour12="false"\`, the 24-hour clock. Where a property has no attribute, set it from script.

Events bubble and cross shadow roots. Their classes and the types of their \`detail\` are exported from \`coach-booking\`, \`Draft\` from \`coach-booking/flow\`.
Every element reads the tokens of [theming.md](theming.md); parts are styled with \`::part()\`.
`;

/** The page as it should be. */
async function elementsPage() {
  const argv = ['analyze', '--config', CONFIG, '--quiet'];
  const { modules } = await cli({ argv, cwd: root.replace(/\/$/, ''), noWrite: true });
  const elements = modules.flatMap(({ declarations = [] }) => declarations.filter(({ tagName }) => tagName));
  const order = ({ tagName }) => (FIRST.indexOf(tagName) + 1 || FIRST.length + 1) + tagName;
  elements.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const classes = eventClasses();
  return [INTRO, ...elements.map((element) => describe(element, classes))].join('\n');
}

const page = await elementsPage();
if (!process.argv.includes('--check')) writeFileSync(root + PAGE, page);
else if (page !== read(PAGE)) {
  console.error(`${PAGE} is out of date: run npm run docs:elements`);
  process.exitCode = 1;
}
