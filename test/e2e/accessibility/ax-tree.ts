/** What assistive technology is told: Chromium's accessibility tree, read through the DevTools protocol. */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';

export interface AxNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly value: string;
  /** States and properties that are set, such as `checked: 'true'` or `level: 2`. */
  readonly states: Readonly<Record<string, unknown>>;
  readonly children: readonly AxNode[];
}

const SILENT = new Set(['none', 'generic', 'InlineTextBox']);

/** Nodes that nobody is told of give way to their children. */
function read(id: string, nodes: ReadonlyMap<string, Protocol.Accessibility.AXNode>): AxNode[] {
  const node = nodes.get(id);
  if (!node) return [];
  const children = (node.childIds ?? []).flatMap((child) => read(child, nodes));
  const role = String(node.role?.value ?? 'none');
  if (node.ignored || SILENT.has(role)) return children;
  const states = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value as unknown]));
  const text = (value: Protocol.Accessibility.AXValue | undefined) => String(value?.value ?? '').replace(/\s+/g, ' ');
  return [
    { role, name: text(node.name), description: text(node.description), value: text(node.value), states, children },
  ];
}

/** All nodes below one, itself included, in the order in which they are read. */
export function* walk(node: AxNode): Generator<AxNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

export class AxTree {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<AxTree> {
    const session = await page.createCDPSession();
    await session.send('Accessibility.enable');
    return new AxTree(session);
  }

  /** The page as it is told now. */
  async root(): Promise<AxNode> {
    const { nodes } = await this.session.send('Accessibility.getFullAXTree');
    const [root] = nodes;
    const [top] = root ? read(root.nodeId, new Map(nodes.map((node) => [node.nodeId, node]))) : [];
    if (!top) throw new Error('nothing is told of this page');
    return top;
  }

  /** Those of a role, and of a name when one is given, below a node or on the whole page. */
  async all(role: string, name?: RegExp | string, below?: AxNode): Promise<AxNode[]> {
    const fits = (text: string) => (name instanceof RegExp ? name.test(text) : name === undefined || text === name);
    return [...walk(below ?? (await this.root()))].filter((node) => node.role === role && fits(node.name));
  }

  /** The only one of a role and name; on the page it is waited for. */
  async one(role: string, name?: RegExp | string, below?: AxNode): Promise<AxNode> {
    const end = Date.now() + (below ? 0 : 4000);
    let found = await this.all(role, name, below);
    while (found.length === 0 && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      found = await this.all(role, name, below);
    }
    const [node, ...others] = found;
    if (!node || others.length > 0) throw new Error(`${node ? 'several' : 'no'} ${role} ${String(name ?? '')}`);
    return node;
  }

  /** Ends the connection; the page is quicker without. */
  close(): Promise<void> {
    return this.session.detach();
  }

  /** What has the focus, or undefined where that is the page. */
  async focused(): Promise<AxNode | undefined> {
    return [...walk(await this.root())].find(({ role, states }) => states.focused === true && role !== 'RootWebArea');
  }
}

/** A node as a screen reader would put it: its role, its name, what it is, and what else is known of it. */
export function spoken({ role, name, description, value, states }: AxNode): string {
  const said = [`${role} “${name}”`];
  if (value) said.push(`“${value}”`);
  if (states.checked === 'true') said.push('checked');
  if (states.selected === true) said.push('selected');
  if (states.disabled === true) said.push('unavailable');
  if (states.required === true) said.push('required');
  if (states.invalid === 'true') said.push('invalid');
  if (states.expanded !== undefined) said.push(states.expanded ? 'open' : 'closed');
  if (description) said.push(`(${description})`);
  return said.join(', ');
}

/** Roles that say nothing without a name. */
const NAMED =
  /^(button|link|radio|checkbox|textbox|searchbox|combobox|spinbutton|option|gridcell|grid|radiogroup|listbox|dialog|form|region|tab)$/;
/** What the focus may stop at; headings, groups and texts are where it is put to be read. */
const STOPS =
  /^(button|link|radio|checkbox|textbox|searchbox|combobox|spinbutton|option|gridcell|tab|heading|group|dialog|paragraph)$/;

/** What is wrong with what is told of a page: things without a name, places of the focus that are nothing. */
export function flaws(root: AxNode): string[] {
  return [...walk(root)].flatMap((node) => {
    if (NAMED.test(node.role) && !node.name.trim()) return [`a ${node.role} has no name`];
    const isStop = node.states.focusable === true && node.role !== 'RootWebArea';
    return isStop && !STOPS.test(node.role) ? [`the focus stops at a ${node.role} “${node.name}”`] : [];
  });
}
