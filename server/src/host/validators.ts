import { Ajv, type ValidateFunction } from 'ajv';
import { once } from '../core/lazily.js';
import settings from '../../policydoc.schema.json' with { type: 'json' };
import report from '../../report.schema.json' with { type: 'json' };
import how from './validators.json' with { type: 'json' };

/*
 * What our two schemas say of data. How they are read stands in validators.json, for validators.mjs too: bundles hold the functions
 * that ajv makes of the schemas and not ajv, whose making them took longer than the check of a report, and which the policy of
 * the page forbids.
 */
const made = (schema: object, { options }: typeof how.settings | typeof how.report): ValidateFunction =>
  // Said to editors alone.
  new Ajv(options).addVocabulary(how.vocabulary).compile(schema);

/** Every problem of a configuration, but that a day exists, which is looked at by us. */
export const settingsValidator = once(() => made(settings, how.settings));
export const reportValidator = once(() => made(report, how.report));
