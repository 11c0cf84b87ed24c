import fc from 'fast-check';

/** Loaded before all tests: properties draw the same values in every run. SEED=n draws others, to look for more. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20261123) });

export { mochaHooks } from '../host/folder.js';
