import type { ResolvedNames, ResolvedTable } from './host-names.js';

/** What of the host's database the template needs to know beside its names. */
export interface HostFacts {
  /** `Table.column` of what stands before. */
  readonly present: ReadonlySet<string>;
  /** The labels of the enum of currencies; none: the host has none. */
  readonly currencies?: readonly string[] | undefined;
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const qualifiedName = (schema: string, name: string): string => `${quoteName(schema)}.${quoteName(name)}`;

function tableOf(names: ResolvedNames, name: string): ResolvedTable {
  const table = names.tables[name];
  if (!table) throw new Error(`the template names a table that is not known: ${name}`);
  return table;
}

function columnOf(names: ResolvedNames, path: string): string {
  const [table = '', column = ''] = path.split('.');
  const name = tableOf(names, table).columns[column];
  if (name === undefined) throw new Error(`the template names a column that is not known: ${path}`);
  return name;
}

/**
 * Writes the host's names into the template:
 * `{{Table}}` the qualified table, `{{Table.column}}` the column, each quoted; `{{text …}}` either as a text literal;
 * `{{has Table.column}}` whether it stood before; `{{maybe Table.column}}` the column, or null where there is none;
 * `{{currency}}` the type of currencies, `{{defaultCurrency}}` a literal of it.
 */
export function renderTemplate(template: string, names: ResolvedNames, facts: HostFacts): string {
  const { currencies } = facts;
  const name = (path: string): string => {
    if (path.includes('.')) return quoteName(columnOf(names, path));
    const { schema, table } = tableOf(names, path);
    return qualifiedName(schema, table);
  };
  const render = (word: string | undefined, path: string): string => {
    if (word === 'has') return String(facts.present.has(path));
    if (word === 'maybe') return facts.present.has(path) ? name(path) : 'null::text';
    if (word === 'text') return quoteText(path.includes('.') ? columnOf(names, path) : name(path));
    if (word !== undefined) throw new Error(`the template has a word that is not known: ${word}`);
    if (path === 'currency') return currencies ? qualifiedName(names.schema, names.currency) : 'text';
    if (path !== 'defaultCurrency') return name(path);
    return quoteText(currencies?.includes('USD') === false ? (currencies[0] ?? 'USD') : 'USD');
  };
  return template.replace(/\{\{(?:(\w+) )?([\w.]+)\}\}/g, (_, word: string | undefined, path: string) => {
    return render(word, path);
  });
}
