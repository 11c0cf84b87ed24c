import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const HOW = 'server/src/host/validators.json';

/** The source of a function that tells whether data are as a schema says. */
async function sourceOf({ schema, options }, vocabulary) {
  const ajv = new Ajv({ ...options, code: { source: true, esm: true, lines: false } });
  ajv.addVocabulary(vocabulary);
  const validate = ajv.compile(JSON.parse(await readFile(`server/${schema}`, 'utf8')));
  return standaloneCode.default(ajv, validate);
}

/** For esbuild: server/src/host/validators.ts with the functions made already, each a module of its own. */
export const validators = {
  name: 'validators',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]host[\\/]validators\.ts$/ }, () => ({
      contents: ['settings', 'report']
        .map(name => `import ${name} from 'made:${name}';\nexport const ${name}Validator = () => ${name};`)
        .join('\n'),
    }));
    onResolve({ filter: /^made:/ }, ({ path }) => ({ path: path.slice('made:'.length), namespace: 'made here' }));
    onLoad({ filter: /./, namespace: 'made here' }, async ({ path }) => {
      const { vocabulary, ...schemas } = JSON.parse(await readFile(HOW, 'utf8'));
      return { contents: await sourceOf(schemas[path], vocabulary), resolveDir: '.' };
    });
  },
};
