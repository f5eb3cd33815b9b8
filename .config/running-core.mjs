// A rollup plugin: the module script is one file with all that the first times need, and the chunks after it take what they
// need of it from the copy that runs, by a key on `globalThis`, and not by the file's address. A page may have loaded that
// file by another address than a chunk would know (a redirect of a CDN, a version in the query), and imported by it all of
// it would run twice. Of several copies of one version the first is the one that everything uses.

/** @param {{ core: string, key: string }} options `core`: the name of its chunk; `key`: what its exports are kept under */
export function runningCore({ core, key }) {
  const running = `globalThis[Symbol.for(${JSON.stringify(key)})]`;
  const isCore = (address) => address === `./${core}.js` || address === `../${core}.js`;

  return {
    name: 'running-core',
    renderChunk(code, chunk) {
      const statements = this.parse(code).body;
      const fail = (message) => this.error(`running-core: ${chunk.fileName}: ${message}`);
      const edits =
        chunk.name === core
          ? kept(statements, this.getModuleInfo(chunk.facadeModuleId).exports, fail)
          : taken(statements, chunk.isEntry, fail);
      if (!edits.length) return null;
      let text = code;
      for (const { start, end, by } of edits.reverse()) {
        // As many lines as before: the source map stays right.
        const lines = text.slice(start, end).split('\n').length;
        text = text.slice(0, start) + by.replace(/\n/g, ' ') + '\n'.repeat(lines - 1) + text.slice(end);
      }
      return { code: text, map: null };
    },
  };

  /** The core: keeps its exports, and gives the page those of the copy that runs. */
  function kept(statements, names, fail) {
    const list = statements.filter(({ type }) => type.startsWith('Export'));
    const [only] = list;
    if (list.length !== 1 || only.type !== 'ExportNamedDeclaration' || only.source) return fail('one list of exports');
    const pairs = only.specifiers.map(({ local, exported }) => ({ local: local.name, name: exported.name }));
    const [variables, changing] = [variablesOf(statements), assigned(statements)];
    // What is taken is a value. An import would follow a later assignment.
    for (const { local } of pairs)
      if (variables.has(local) && changing.has(local)) fail(`"${local}" is exported and assigned to`);
    const open = pairs.filter(({ name }) => names.includes(name));
    const by = `const _running = ${running} ??= { ${pairs.map(({ local, name }) => `${name}: ${local}`).join(', ')} };
      const { ${open.map(({ name }) => `${name}: _${name}`).join(', ')} } = _running;
      export { ${open.map(({ name }) => `_${name} as ${name}`).join(', ')} };`;
    return [{ start: only.start, end: only.end, by }];
  }

  /** A chunk after it. Only the entry of another script brings the core along. */
  function taken(statements, isEntry, fail) {
    const found = statements.filter(({ source }) => source && isCore(source.value));
    return found.map((statement, index) => {
      const { start, end, type, specifiers, source } = statement;
      const load = isEntry && index === 0 ? `import ${JSON.stringify(source.value)}; ` : '';
      if (type === 'ImportDeclaration') {
        const names = specifiers.map(({ imported, local }) =>
          imported ? `${imported.name}: ${local.name}` : fail('imports all of the core'),
        );
        return { start, end, by: load + (names.length ? `const { ${names.join(', ')} } = ${running};` : '') };
      }
      if (type !== 'ExportNamedDeclaration') return fail('exports all of the core');
      const names = specifiers.map(({ local, exported }) => ({ name: local.name, as: exported.name }));
      const by = `const { ${names.map(({ name, as }) => `${name}: _${as}`).join(', ')} } = ${running};
        export { ${names.map(({ as }) => `_${as} as ${as}`).join(', ')} };`;
      return { start, end, by: load + by };
    });
  }
}

/** Names of the module that may be assigned to. */
function variablesOf(statements) {
  const declarations = statements.filter(({ type, kind }) => type === 'VariableDeclaration' && kind !== 'const');
  return new Set(declarations.flatMap((declaration) => declaration.declarations.map(({ id }) => id.name)));
}

/** Names that are assigned to after they were declared, in any scope. */
function assigned(node, names = new Set()) {
  if (!node || typeof node !== 'object') return names;
  if (Array.isArray(node)) {
    for (const item of node) assigned(item, names);
    return names;
  }
  if (node.type === 'AssignmentExpression') targets(node.left, names);
  if (node.type === 'UpdateExpression') targets(node.argument, names);
  if (node.type === 'ForInStatement' || node.type === 'ForOfStatement') targets(node.left, names);
  for (const value of Object.values(node)) assigned(value, names);
  return names;
}

function targets(pattern, names) {
  if (pattern?.type === 'Identifier') names.add(pattern.name);
  if (pattern?.type === 'MemberExpression') return;
  for (const value of Object.values(pattern ?? {})) {
    if (value && typeof value === 'object') for (const item of [value].flat()) targets(item, names);
  }
}
