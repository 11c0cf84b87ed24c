/*
 * Mutation testing of core: `npm install --prefix test/mutation`, then `AREA=citations npm run stryker`. The compiled code is
 * changed, so that no mutant has to compile; the tests of each area are those that speak of it, and take seconds.
 */
const AREAS = {
  citations: {
    mutate: ['facts/citations', 'facts/locators', 'facts/abbreviations'],
    tests: [
      'facts/citations',
      'facts/locators',
      'facts/abbreviations',
      'regulations/resolve',
      'rules/pages',
      'analyze',
      'model',
    ],
  },
  quotations: {
    mutate: [
      'facts/quotations',
      'regulations/quotation',
      'regulations/passages',
      'regulations/locate',
      'regulations/resolve',
    ],
    tests: ['facts/quotations', 'regulations/*', 'rules/pages', 'analyze', 'model', '../features/source'],
  },
  lexicon: {
    mutate: ['lexicon', 'tokens', 'affixes', 'fields', 'measures'].map(name => `lexicon/${name}`),
    tests: ['lexicon/around', 'lexicon/lexicon', 'own-words'],
  },
  shapes: {
    mutate: ['facts/relations/ratio', 'facts/relations/sum'],
    tests: ['figures/shapes'],
  },
  marks: {
    mutate: ['facts/placeholders/families/cross', 'facts/placeholders/people'],
    tests: ['facts/placeholder-clues', 'facts/placeholders'],
  },
  figures: {
    mutate: ['facts/figures', 'facts/figures/*', 'facts/relations', 'facts/relations/*'],
    tests: [
      'figures/arithmetic',
      'figures/figures',
      'figures/relations',
      'figures/shapes',
      'figures/strangers',
      'rules/pages',
    ],
  },
};

const area = process.env['AREA'] ?? 'citations';
const { mutate, tests } = AREAS[area];

export default {
  mutate: mutate.map(name => `out/server/src/core/${name}.js`),
  testRunner: 'mocha',
  plugins: ['@stryker-mutator/mocha-runner'],
  mochaOptions: {
    config: 'test/mutation/mocha.json',
    spec: tests.map(name => `out/test/core/${name}.test.js`),
  },
  coverageAnalysis: 'perTest',
  // What runs while a file is loaded is tried with all tests in a process of its own: hours. STATIC=1 asks for it.
  ignoreStatic: process.env['STATIC'] === undefined,
  concurrency: Number(process.env['CONCURRENCY'] ?? 1),
  // Words of messages and the tables of words a recogniser knows are data; that each stands there is no judgement.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['samples', 'client', 'dist', 'server/dist', '*.vsix', 'test/mutation/node_modules', 'test/**/*.ts'],
  symlinkNodeModules: true,
  tempDirName: 'out/mutation',
  cleanTempDir: 'always',
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `out/mutation-${area}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: true },
  timeoutMS: 10_000,
  disableTypeChecks: false,
  // Nothing is compiled; and the compiler in use has no interface that Stryker knows.
  tsconfigFile: 'none',
};
