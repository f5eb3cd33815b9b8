import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** These read the machine's own zone near a change of clocks, so their answers depend on who asks. */
const wrongZoneFunctions = ['fromZonedTime', 'toZonedTime', 'getTimezoneOffset'];

/** Index modules pull everything into a bundle, and into every page of the browser tests. */
const restrictedImports = [
  'error',
  {
    paths: [
      { name: 'date-fns', message: 'Import the one function: date-fns/addDays.' },
      { name: 'date-fns-tz', message: 'Import the one function: date-fns-tz/formatInTimeZone.' },
      { name: '@date-fns/tz', message: 'Import the one function: @date-fns/tz/tzOffset.' },
    ],
    patterns: [
      {
        group: wrongZoneFunctions
          .map((name) => `date-fns-tz/**/${name}`)
          .concat(wrongZoneFunctions.map((name) => `date-fns-tz/${name}`)),
        message: 'Wrong near DST changes: use domain/time-zone.ts.',
      },
    ],
  },
];

export default tseslint.config(
  { ignores: ['demo/frameworks/**', '**/dist/**', '**/storybook-static/**', '**/coverage/**', '**/node_modules/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers in template strings are what template strings are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => send(event)` as a handler reads better than a block around it.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An interface for a single call signature, or an empty one that names a role, may say more than a type alias.
      '@typescript-eslint/consistent-type-definitions': 'off',
      'no-restricted-imports': restrictedImports,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Warnings are for the developer of the host page.
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['src/elements/**/*.ts', 'stories/**/*.ts', 'demo/**/*.ts', 'test/browser/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: { ...litA11y.configs.recommended.rules },
  },
  {
    // The time is an argument of the domain, and so is the machine's zone: neither is read.
    files: ['src/domain/**/*.ts', 'src/flow/**/*.ts', 'src/service/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'The time is an argument.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time is an argument.' },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Randomness is an argument.',
        },
      ],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'navigator',
        'fetch',
        'localStorage',
        'process',
        'setTimeout',
        'setInterval',
        'performance',
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // Chai's `expect(x).to.be.true`.
      '@typescript-eslint/no-unused-expressions': 'off',
      // node:test awaits what its own functions answer; Chai's `equal` is typed as a promise only for DOM comparison.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite', 'before', 'after'] },
            { from: 'package', package: '@open-wc/semantic-dom-diff', name: ['Equal'] },
          ],
        },
      ],
      // An assertion may always be awaited, whether or not this one is a promise.
      '@typescript-eslint/await-thenable': 'off',
    },
  },
  { files: ['src/cli/**/*.ts', 'bench/**/*.ts', 'test/e2e/**/*.ts'], rules: { 'no-console': 'off' } },
);
