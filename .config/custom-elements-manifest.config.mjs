// Our elements name their tag in `static readonly tag = '…'` and are registered by an entry, so the analyzer is told
// which class has which tag; paths in the manifest are those of the built package.

/** Reads `static readonly tag = 'booking-x'` of a class. */
function tagOf(ts, node) {
  const member = node.members.find(
    (candidate) => ts.isPropertyDeclaration(candidate) && candidate.name.getText() === 'tag',
  );
  const value = member?.initializer;
  return value && ts.isStringLiteral(value) ? value.text : undefined;
}

const staticTag = {
  name: 'static-tag',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const tagName = tagOf(ts, node);
    const declaration = moduleDoc.declarations?.find((candidate) => candidate.name === node.name?.getText());
    if (!tagName || !declaration) return;
    Object.assign(declaration, { customElement: true, tagName });
    moduleDoc.exports?.push({
      kind: 'custom-element-definition',
      name: tagName,
      declaration: { name: declaration.name, module: moduleDoc.path },
    });
  },
};

const isPublic = ({ name, privacy }) =>
  (privacy === undefined || privacy === 'public') && !/^form\w+Callback$/.test(name) && name !== 'disabledByForm';

/** Keeps what integrators use: public members with their attributes, and the events that the element documents. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter(isPublic);
        const names = new Set(declaration.members?.map(({ name }) => name));
        declaration.attributes = declaration.attributes?.filter(({ fieldName }) => !fieldName || names.has(fieldName));
        declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('booking-'));
      }
    }
    const text = JSON.stringify(customElementsManifest).replace(/"(\/?)src\/([^"]*)\.ts"/g, '"$1dist/$2.js"');
    Object.assign(customElementsManifest, JSON.parse(text));
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/elements/**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [staticTag, publicOnly],
};
